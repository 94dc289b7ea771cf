import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createLine } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askOutside, isOutside } from './outside.ts'

const servers: { close: () => void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const serve = (answer: RequestListener): Promise<string> =>
  new Promise(resolve => {
    const server = createServer(answer).listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    )
    servers.push(server)
  })

const ask = (address: string, more: { local?: boolean; most?: number; within?: number } = {}) =>
  askOutside({ address, most: more.most ?? 100, signal: AbortSignal.timeout(more.within ?? 2000), local: more.local ?? true })

describe('what is outside', () => {
  it.each(['8.8.8.8', '203.113.1.1', '2001:4860:4860::8888'])('%s is', ip => expect(isOutside(ip)).toBe(true))
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.9.9',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fd00::1',
    'fec0::1',
    '::ffff:0:7f00:1',
    '64:ff9b:1::7f00:1',
    '2001:0:7f00:1::',
    'localhost',
  ])('%s is not', ip => expect(isOutside(ip)).toBe(false))
})

describe('asking', () => {
  it('brings the answer of a server', async () => {
    const address = await serve((_request, reply) => reply.end('danh sách'))
    expect(String(await ask(address))).toBe('danh sách')
  })

  it.each([
    'https://example.vn/',
    'ftp://example.vn/a.crl',
    'ldap://example.vn/',
    'file:///etc/passwd',
    'khong phai',
    'http://a:b@example.vn/',
  ])('goes nowhere for %s', address => expect(ask(address)).rejects.toThrow('not a plain http address'))

  it.each(['http://127.0.0.1/', 'http://2130706433/', 'http://[::1]/', 'http://169.254.169.254/latest', 'http://localhost/'])(
    'reaches nothing within: %s',
    address => expect(ask(address, { local: false })).rejects.toThrow('not outside'),
  )

  it('reaches no other port', () => expect(ask('http://example.vn:6379/', { local: false })).rejects.toThrow('another port'))

  it('follows a server to another plain address, and to no other scheme', async () => {
    const end = await serve((_request, reply) => reply.end('đây'))
    const on = await serve((_request, reply) => reply.writeHead(302, { location: end }).end())
    expect(String(await ask(on))).toBe('đây')
    const away = await serve((_request, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end())
    await expect(ask(away)).rejects.toThrow('not a plain http address')
    const round = await serve((request, reply) => reply.writeHead(302, { location: request.url }).end())
    await expect(ask(round)).rejects.toThrow('too many redirects')
  })

  it('takes no more than it wants, and waits no longer', async () => {
    const large = await serve((_request, reply) => reply.end('x'.repeat(200)))
    await expect(ask(large)).rejects.toThrow('too large')
    const slow = await serve(() => {})
    await expect(ask(slow, { within: 100 })).rejects.toThrow()
  })

  it('ends with who would speak another protocol', async () => {
    const line = createLine(socket => {
      socket.on('error', () => {})
      socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'))
    })
    servers.push(line)
    await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
    await expect(ask(`http://127.0.0.1:${(line.address() as AddressInfo).port}/`)).rejects.toThrow()
  })
})
