import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/app/demo.ts'
import { codeAt } from '../../src/features/agencies/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { listen, type Reply } from '../harness/http.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite()
const http = await listen(site, { signInsPerMinute: 1000 })

async function attempt(body: Record<string, string>): Promise<string> {
  const response = await http.post('/api/sign-in', body)
  const reply = (await response.json()) as Reply['body']
  return reply.ok ? 'ok' : reply.refusal!.code
}

describe('signing in', () => {
  it('opens the same door for a password typed in another Unicode form', async () => {
    const administrator = await http.signIn('quantri.sdttg')
    const input = {
      accountId: '01890000-0000-7000-8000-000000000001',
      bodyId: site.who('tuan').bodyId,
      username: 'nhan',
      displayName: 'Sầm Văn Nhân',
      roles: ['officer'],
      password: 'mật khẩu dài đủ',
    }
    expect((await administrator.command('agencies.create-account', input)).status).toBe(200)
    expect(await attempt({ username: 'nhan', password: 'mật khẩu dài đủ'.normalize('NFD') })).toBe('ok')
  })

  it('says the same of a wrong password and of an unknown name', async () => {
    expect(await attempt({ username: 'lan', password: 'không phải' })).toBe('sign-in.wrong')
    expect(await attempt({ username: 'khong-co', password: 'không phải' })).toBe('sign-in.wrong')
  })

  it('locks an account for a growing time after wrong passwords, even for the right one', async () => {
    for (let i = 0; i < 5; i++) await attempt({ username: 'xem', password: 'sai' })
    expect(await attempt({ username: 'xem', password: DEMO_PASSWORD })).toBe('sign-in.locked')
  })

  it('tells by nothing whether a name exists: the fifth failure locks it for the same time', async () => {
    const answers = []
    for (const username of ['khong-ai-ten-nay', 'dung']) {
      const said = []
      for (let i = 0; i < 6; i++) {
        const reply = (await (await http.post('/api/sign-in', { username, password: 'sai' })).json()) as Reply['body']
        said.push(reply.refusal)
      }
      answers.push(said)
    }
    const [unknown, known] = answers
    expect(unknown!.map(one => one!.code)).toEqual([...Array.from({ length: 5 }, () => 'sign-in.wrong'), 'sign-in.locked'])
    expect(known!.map(one => one!.code)).toEqual(unknown!.map(one => one!.code))
    expect(Math.abs(Number(known![5]!.data['seconds']) - Number(unknown![5]!.data['seconds']))).toBeLessThanOrEqual(1)
  })

  it('makes administrators and clerks enrol a second factor, then always asks for it', async () => {
    const request = { username: 'vanthu.mttq', password: DEMO_PASSWORD }
    const first = (await (await http.post('/api/sign-in', request)).json()) as Reply['body']
    const secret = String(first.refusal!.data['secret'])
    expect(await attempt({ ...request, enrolSecret: secret, code: '000000' })).toBe('sign-in.code-wrong')
    expect(await attempt({ ...request, enrolSecret: secret, code: codeAt(secret, new Date()) })).toBe('ok')
    expect(await attempt(request)).toBe('sign-in.code-needed')
  })

  it('takes a post of clerk given meanwhile up by the second factor alone', async () => {
    const officer = await http.signIn('minh')
    const post = { postId: newId(), accountId: site.who('minh').accountId, title: 'Văn thư', roles: ['clerk'] }
    await site.send(site.who('quantri.mttq'), 'agencies.give-post', post)
    expect((await officer.query('agencies.bodies')).status).toBe(401)
    expect((await (await http.signIn('minh')).query('agencies.bodies')).status).toBe(200)
  })

  it('ends the sessions of an account whose telephone is lost', async () => {
    const clerk = await http.signIn('vanthu.sdttg')
    const { accountId } = site.who('vanthu.sdttg')
    await site.send(site.who('quantri.sdttg'), 'agencies.reset-second-factor', { accountId })
    expect((await clerk.query('agencies.bodies')).status).toBe(401)
  })

  it('ends a session for good at signing out', async () => {
    const session = await http.signIn('tuan')
    expect((await session.query('agencies.bodies')).status).toBe(200)
    await http.post('/api/sign-out', {}, { cookie: session.cookie })
    expect((await session.query('agencies.bodies')).status).toBe(401)
  })
})

describe('the door', () => {
  it('refuses a change that another web page could have sent', async () => {
    const { cookie } = await http.signIn('lan')
    const bare = await fetch(`${http.url}/api/queries/agencies.bodies`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"input":{}}',
    })
    expect(bare.status).toBe(403)
    expect(
      (await http.post('/api/queries/agencies.bodies', { input: {} }, { cookie, origin: 'http://elsewhere.example' })).status,
    ).toBe(403)
  })

  it('hands a file back to its own side only, always as a download', async () => {
    const lan = await http.signIn('lan')
    const { body } = await lan.upload('biên bản.html', '<script>alert(1)</script>')
    const { fileId } = body.answer as { fileId: string }
    const mine = await lan.get(`/api/files/${fileId}`)
    expect(mine.headers.get('content-type')).toBe('application/octet-stream')
    expect(mine.headers.get('content-disposition')).toContain('attachment')
    expect(await mine.text()).toBe('<script>alert(1)</script>')
    const tuan = await http.signIn('tuan')
    expect((await tuan.get(`/api/files/${fileId}`)).status).toBe(404)
    expect((await fetch(`${http.url}/api/files/${fileId}`)).status).toBe(401)
  })

  it('takes exactly 50 MB and refuses one byte more, leaving nothing', async () => {
    const lan = await http.signIn('lan')
    const limit = 50 * 1024 * 1024
    expect((await lan.upload('vừa.bin', new Uint8Array(limit))).status).toBe(200)
    const reply = await lan.upload('quá.bin', new Uint8Array(limit + 1))
    expect([reply.status, reply.body.refusal?.code]).toEqual([413, 'file.too-large'])
  })
})

describe('an empty site', () => {
  it('asks for its first administrator, keeps nothing of a refused try, and asks only once', async () => {
    const empty = await openTestSite({ people: false })
    const door = await listen(empty)
    const body = { name: 'Ủy ban thử', shortName: 'UBT', symbol: 'UBT', kind: 'front', place: 'Sơn Hà' }
    const account = { username: 'dau-tien', displayName: 'Người đầu tiên', password: 'ngắn' }
    const refused = (await (await door.post('/api/first-administrator', { body, account })).json()) as Reply['body']
    expect(refused.refusal?.code).toBe('field.password-short')
    expect((await door.post('/api/first-administrator', { body, account: { ...account, password: DEMO_PASSWORD } })).status).toBe(
      200,
    )
    const administrator = await door.signIn('dau-tien')
    expect((await administrator.query('agencies.accounts')).status).toBe(200)
    expect((await door.post('/api/first-administrator', { body, account })).status).toBe(403)
  })
})
