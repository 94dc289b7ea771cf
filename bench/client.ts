import { DEMO_PASSWORD } from '../src/app/demo.ts'
import type { Json } from '../src/engine/db/database.ts'
import { codeAt } from '../src/features/agencies/index.ts'
import { newId } from '../src/kernel/ids.ts'

/** Clerks need a second factor. It is the same for all, so that a kept folder knows it again. */
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export type Client = {
  /** The session, for a line that is no request. */
  cookie: string
  ask: <T>(name: string, input: Json) => Promise<T>
  send: (name: string, input: Json) => Promise<Json>
  get: (path: string) => Promise<Uint8Array>
  upload: (name: string, bytes: Uint8Array) => Promise<{ fileId: string }>
}

/** Signs one of the fictional province's people in over HTTP. Every answer is read to its end; a refusal throws. */
export async function signIn(url: string, username: string): Promise<Client> {
  const headers = { 'x-phoihop': '1', cookie: '' }
  const post = async (path: string, body: Json) =>
    read(
      await fetch(url + path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  const enter = async (factor: object) => {
    const door = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD, ...factor }),
    })
    await read(door)
    return door.headers.get('set-cookie')?.split(';')[0]
  }
  const cookie = (await enter({})) ?? (await enter({ enrolSecret: SECRET, code: codeAt(SECRET, new Date()) }))
  if (!cookie) throw new Error(`${username} did not come in`)
  headers.cookie = cookie
  return {
    cookie: headers.cookie,
    ask: (name, input) => post(`/api/queries/${name}`, { input }) as never,
    send: (name, input) => post(`/api/commands/${name}`, { commandId: newId(), input }),
    get: async path => {
      const response = await fetch(url + path, { headers })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    upload: async (name, bytes) => {
      const form = new FormData()
      form.append('file', new Blob([bytes as BlobPart]), name)
      return (await read(await fetch(`${url}/api/files`, { method: 'POST', headers, body: form }))) as { fileId: string }
    },
  }
}

async function read(response: Response): Promise<Json> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.url}: ${text}`)
  return (JSON.parse(text) as { answer: Json }).answer
}
