import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** 'refuses' says no to the recipient; 'hangs-up' takes the whole text and ends without an answer. */
export type Behaviour = 'takes' | 'refuses' | 'hangs-up'
export type SmtpPeer = { url: string; taken: string[]; close: () => Promise<void> }

/** The other end of a mail connection on loopback, as far as a letter needs it (RFC 5321). */
export async function listenSmtp(behaviour: Behaviour): Promise<SmtpPeer> {
  const taken: string[] = []
  const server = createServer(socket => converse(socket, behaviour, taken))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => new Promise<void>(done => void server.close(() => done()))
  afterAll(() => (server.listening ? close() : undefined))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, close }
}

function converse(socket: Socket, behaviour: Behaviour, taken: string[]): void {
  let heard = ''
  let inText = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.on('data', bytes => {
    heard += bytes.toString()
    const end = inText ? '\r\n.\r\n' : '\r\n'
    while (heard.includes(end)) {
      const [said = ''] = heard.split(end, 1)
      heard = heard.slice(said.length + end.length)
      if (!inText) {
        inText = said === 'DATA'
        answer(said)
        if (inText) return
        continue
      }
      inText = false
      taken.push(said)
      if (behaviour === 'hangs-up') socket.end()
      else say('250 taken')
      return
    }
  })
  const answer = (said: string) => {
    const verb = said.split(/[ :]/)[0]!.toUpperCase()
    if (verb === 'QUIT') socket.end('221 bye\r\n')
    else if (verb === 'DATA') say('354 go on')
    else say(verb === 'RCPT' && behaviour === 'refuses' ? '550 no such box' : '250 well')
  }
  say('220 loopback')
}
