import { lookup } from 'node:dns'
import { type IncomingMessage, request } from 'node:http'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Asked of a server that others have named: a GET, or a POST of `body`. `most`: bytes of the answer; `signal` ends it. */
export type Asking = {
  address: string
  body?: { type: string; bytes: Uint8Array }
  most: number
  signal: AbortSignal
  /** Lets servers of this machine and of private networks be asked, on any port: for tests only. */
  local?: boolean
}

export class Unreached extends Error {
  override readonly name = 'Unreached'
}

const MOST_REDIRECTS = 2
const OK = 200

/** What addresses named by others must never reach: this machine, private and reserved networks (RFC 6890). */
const within = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  within.ipv4.addSubnet(net, bits, 'ipv4')
// Of IPv6 only what is given out to the world (2000::/3) is outside, and of that no tunnels, which end at an address within.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  within.ipv6.addSubnet(net, bits, 'ipv6')

export const isOutside = (ip: string): boolean => {
  const family = isIP(ip)
  const name = family === 6 ? 'ipv6' : 'ipv4'
  return family !== 0 && !within[name].check(ip, name)
}

/** The answer of a plain HTTP server out on the network. @throws Unreached whatever was in the way */
export async function askOutside(asking: Asking): Promise<Buffer> {
  let address = urlOf(asking.address, asking)
  for (let turns = 0; turns <= MOST_REDIRECTS; turns++) {
    const answer = await send(address, asking)
    if (answer.statusCode === OK) return take(answer, asking.most)
    answer.destroy()
    const { location } = answer.headers
    if (!isRedirect(answer.statusCode) || !location) throw new Unreached(`status ${answer.statusCode}`)
    address = urlOf(new URL(location, address).href, asking)
  }
  throw new Unreached('too many redirects')
}

const isRedirect = (status: number | undefined): boolean => [301, 302, 303, 307, 308].includes(status ?? 0)

function urlOf(text: string, { local = false }: Asking): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' || url.username !== '' || url.password !== '') throw new Unreached('not a plain http address')
  if (local) return url
  if (url.port !== '') throw new Unreached('another port')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is judged by what it stands for, at the moment of connecting.
  if (isIP(host) !== 0 && !isOutside(host)) throw new Unreached('not outside')
  return url
}

/** Resolves a name to addresses that are outside, so that what was judged is what is connected to. */
const lookupOutside: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = (found ?? []).filter(one => isOutside(one.address))
    if (error || !first) done(error ?? new Unreached('not outside'), '', 0)
    else if (options.all) done(null, [first])
    else done(null, first.address, first.family)
  })

const send = (url: URL, { body, signal, local = false }: Asking): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { connection: 'close', ...(body ? { 'content-type': body.type, 'content-length': body.bytes.length } : {}) }
    const asked = request(url, {
      method: body ? 'POST' : 'GET',
      headers,
      signal,
      agent: false,
      ...(local ? {} : { lookup: lookupOutside }),
    })
    asked.on('response', resolve)
    asked.on('error', error => reject(new Unreached(error.message)))
    // Who wants to speak another protocol (status 101) is left without an answer and without an error.
    asked.on('close', () => reject(new Unreached('no answer')))
    asked.end(body?.bytes)
  })

async function take(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer) {
      size += part.length
      if (size > most) throw new Unreached('too large')
      parts.push(part)
    }
  } catch (error) {
    answer.destroy()
    throw error instanceof Unreached ? error : new Unreached(String(error))
  }
  return Buffer.concat(parts)
}
