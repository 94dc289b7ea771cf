import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/app/demo.ts'
import { buildServer } from '../../src/app/http/server.ts'
import { codeAt } from '../../src/features/agencies/index.ts'
import { openSecret } from '../../src/features/agencies/sealed-secret.ts'
import { draftItems } from '../../src/features/plans/draft.ts'
import { newId } from '../../src/kernel/ids.ts'
import { listen, type Reply } from '../harness/http.ts'
import { openTestSite } from '../harness/site.ts'

let now = new Date()
const site = await openTestSite({ now: () => now })
const http = await listen(site, { signInsPerMinute: 1000 })
const read = async (response: Response) => (await response.json()) as Reply['body']
const signIn = async (body: Record<string, string>) => {
  const { ok, refusal } = await read(await http.post('/api/sign-in', body))
  return ok ? 'ok' : refusal!.code
}
const minutesLater = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

describe('a second factor', () => {
  const request = { username: 'vanthu.mttq', password: DEMO_PASSWORD }
  let secret = ''

  it('takes a code once: not again within its half minute, nor one before it', async () => {
    secret = String((await read(await http.post('/api/sign-in', request))).refusal!.data['secret'])
    const first = codeAt(secret, now)
    expect(await signIn({ ...request, enrolSecret: secret, code: first })).toBe('ok')
    expect(await signIn({ ...request, code: first })).toBe('sign-in.code-used')
    minutesLater(1)
    expect(await signIn({ ...request, code: codeAt(secret, now) })).toBe('ok')
    expect(await signIn({ ...request, code: codeAt(secret, new Date(now.getTime() - 30_000)) })).toBe('sign-in.code-used')
  })

  it('is taken once by two who send it at the same moment', async () => {
    minutesLater(2)
    const code = codeAt(secret, now)
    const outcomes = await Promise.all([signIn({ ...request, code }), signIn({ ...request, code })])
    expect(outcomes.toSorted()).toEqual(['ok', 'sign-in.code-used'])
  })

  it('stands in the database sealed, and in the data folder beside its key alone', async () => {
    const rows = await site.engine.database.read('system', db =>
      db.selectFrom('account').select('totp_sealed').where('username', '=', request.username).execute(),
    )
    expect(rows[0]!.totp_sealed!.toString('latin1')).not.toContain(secret)
    expect(await openSecret(site.engine.keys, rows[0]!.totp_sealed, site.who(request.username).accountId)).toBe(secret)
    expect(await openSecret(site.engine.keys, rows[0]!.totp_sealed, site.who('lan').accountId)).toBeNull()
  })

  it('that stands is replaced by no secret that comes with a sign-in', async () => {
    minutesLater(2)
    const enrolSecret = 'A'.repeat(32)
    expect(await signIn({ ...request, enrolSecret, code: codeAt(enrolSecret, now) })).toBe('sign-in.code-wrong')
    expect(await signIn({ ...request, enrolSecret: '!', code: '000000' })).toBe('bad-input')
  })
})

describe('a session', () => {
  it('ends with every other one when the password changes, but for the one that changed it', async () => {
    const [here, elsewhere] = [await http.signIn('lan'), await http.signIn('lan')]
    const changed = await here.command('agencies.change-password', { old: DEMO_PASSWORD, new: 'một mật khẩu khác' })
    expect(changed.body.ok).toBe(true)
    expect([(await here.query('agencies.bodies')).status, (await elsewhere.query('agencies.bodies')).status]).toEqual([200, 401])
  })

  it('opens nothing once its account is closed', async () => {
    const session = await http.signIn('xem')
    await site.send('system', 'agencies.disable-account', { accountId: site.who('xem').accountId })
    expect((await session.query('agencies.bodies')).status).toBe(401)
  })
})

describe('what is kept of a command', () => {
  it('says nothing of a password in it: two that differ in nothing else leave the same digest', async () => {
    const [one, other] = [newId(), newId()]
    const account = { bodyId: site.who('lan').bodyId, displayName: 'Người mới', roles: ['viewer'] }
    for (const [id, password] of [
      [one, 'mật khẩu thứ nhất'],
      [other, 'mật khẩu thứ hai'],
    ] as const)
      await site.send(
        'system',
        'agencies.create-account',
        { accountId: id, username: `u${id.slice(-12)}`, ...account, password },
        id,
      )
    const rows = await site.engine.database.read('system', db =>
      db.selectFrom('command_record').select('input_digest').where('id', 'in', [one, other]).execute(),
    )
    expect(rows[0]!.input_digest.equals(rows[1]!.input_digest)).toBe(true)
  })
})

describe('the file door', () => {
  it('hands no bytes to who only knows their hash', async () => {
    const theirs = await (await http.signIn('tuan')).upload('mật.txt', 'chỉ của bên kia')
    const { fileId } = theirs.body.answer as { fileId: string }
    const { sha256, size } = await site.engine.database.read('system', db =>
      db.selectFrom('file').select(['sha256', 'size']).where('id', '=', fileId).executeTakeFirstOrThrow(),
    )
    const thief = await http.signIn('thao')
    const claim = { fileId: newId(), sha256, size, receipt: 'a'.repeat(64), name: 'a.txt', mediaType: 'text/plain' }
    expect((await thief.command('files.keep-upload', claim)).body.refusal?.code).toBe('not-permitted')
    expect((await thief.get(`/api/files/${claim.fileId}`)).status).toBe(404)
  })

  it('writes a name with line breaks, quotes and another header as one name', async () => {
    const session = await http.signIn('thao')
    const { body } = await session.upload('a\r\nset-cookie: x=1\r\n"; filename=b.exe', 'x')
    const response = await session.get(`/api/files/${(body.answer as { fileId: string }).fileId}`)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%!'()*~-]+$/)
  })
})

describe('the door', () => {
  it('refuses a page without an origin, and a path that climbs out', async () => {
    const sandboxed = await http.post('/api/sign-in', {}, { origin: 'null' })
    expect([sandboxed.status, (await read(sandboxed)).refusal?.code]).toEqual([403, 'foreign-request'])
    const session = await http.signIn('thao')
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/api/exports/review/..%2f..%2fx.pdf',
    ]) {
      const text = await (await session.get(path)).text()
      expect(text, path).not.toContain('devDependencies')
    }
  })

  it('refuses what is too large, too deep or no JSON, and says nothing of itself', async () => {
    const { cookie } = await http.signIn('thao')
    const send = (body: string) =>
      fetch(`${http.url}/api/queries/insight.search`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'x-phoihop': '1' },
        body,
      })
    const deep = `{"input":${'['.repeat(500_000)}${']'.repeat(500_000)}}`
    const large = JSON.stringify({ input: { words: 'x'.repeat(3_000_000) } })
    const poison = '{"input":{"__proto__":{"words":"x"}}}'
    for (const body of [deep, large, poison, '{']) {
      const response = await send(body)
      expect([400, 413, 422]).toContain(response.status)
      expect(Object.keys((await read(response)).refusal!.data)).not.toContain('stack')
    }
  })
})

describe('a clause of a hundred thousand semicolons', () => {
  it('is drafted without holding everybody up', () => {
    const commitment = {
      id: newId(),
      clausePath: 'I',
      leadBodies: [],
      supportBodies: [],
      others: [],
      schedules: [],
      targets: [],
      product: null,
    }
    const text = `x${';'.repeat(100_000)}x`
    const { items } = draftItems([{ ...commitment, text }], { periodFrom: 2026, periodTo: 2030, parties: [newId()] }, 2026)
    expect(items[0]!.title.length).toBe(text.length)
  })
})

describe('behind a proxy', () => {
  it('believes the address that the proxy saw, not the one that a client claims before it', async () => {
    const server = await buildServer(site.engine, { secure: false, behindProxy: true, tls: null, signInsPerMinute: 2 })
    const attempt = (claimed: string) =>
      server.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { 'x-phoihop': '1', 'x-forwarded-for': `${claimed}, 203.0.113.7` },
        payload: { username: 'ai-do', password: 'sai' },
      })
    const codes = [await attempt('198.51.100.1'), await attempt('198.51.100.2'), await attempt('198.51.100.3')]
    await server.close()
    expect(codes.map(reply => reply.statusCode)).toEqual([401, 401, 429])
  })
})
