import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { DEMO_PASSWORD } from '../../src/app/demo.ts'
import { buildServer, type ServerOptions } from '../../src/app/http/server.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { codeAt } from '../../src/features/agencies/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { RefusalData } from '../../src/kernel/refusal.ts'
import type { TestSite } from './site.ts'

export type Reply = {
  status: number
  body: { ok: boolean; answer?: Json; me?: Json; refusal?: { code: string; data: RefusalData } }
}
export type Session = {
  cookie: string
  command: (name: string, input: Json, commandId?: string) => Promise<Reply>
  query: (name: string, input?: Json) => Promise<Reply>
  get: (path: string) => Promise<Response>
  upload: (name: string, bytes: Uint8Array | string) => Promise<Reply>
}
export type HttpSite = {
  url: string
  post: (path: string, body: Json, headers?: Record<string, string>) => Promise<Response>
  signIn: (username: string, password?: string) => Promise<Session>
}

/** A real server on loopback in front of a test site. */
export async function listen(
  site: TestSite,
  options: Omit<ServerOptions, 'secure' | 'behindProxy' | 'tls'> = {},
): Promise<HttpSite> {
  const server = await buildServer(site.engine, { secure: false, behindProxy: false, tls: null, ...options })
  await server.listen({ host: '127.0.0.1', port: 0 })
  afterAll(() => server.close())
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const post = (path: string, body: Json, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-phoihop': '1', ...headers },
      body: JSON.stringify(body),
    })
  return { url, post, signIn: (username, password = DEMO_PASSWORD) => signIn(url, post, { username, password }) }
}

async function signIn(url: string, post: HttpSite['post'], request: { username: string; password: string }): Promise<Session> {
  let reply = await post('/api/sign-in', request)
  const { ok, refusal } = (await reply.json()) as Reply['body']
  if (!ok) {
    if (refusal?.code !== 'sign-in.enrol') throw new Error(`${request.username}: ${refusal?.code}`)
    const enrolSecret = String(refusal.data['secret'])
    reply = await post('/api/sign-in', { ...request, enrolSecret, code: codeAt(enrolSecret, new Date()) })
  }
  const cookie = reply.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`${request.username} got no session`)
  const send = async (path: string, body: Json): Promise<Reply> => read(await post(path, body, { cookie }))
  return {
    cookie,
    command: (name, input, commandId = newId()) => send(`/api/commands/${name}`, { commandId, input }),
    query: (name, input = {}) => send(`/api/queries/${name}`, { input }),
    get: path => fetch(url + path, { headers: { cookie } }),
    upload: async (name, bytes) => {
      const form = new FormData()
      form.append('file', new Blob([bytes as BlobPart]), name)
      return read(await fetch(`${url}/api/files`, { method: 'POST', headers: { cookie, 'x-phoihop': '1' }, body: form }))
    },
  }
}

const read = async (response: Response): Promise<Reply> => ({
  status: response.status,
  body: (await response.json()) as Reply['body'],
})
