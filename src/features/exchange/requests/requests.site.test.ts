import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scan } from '../../../../test/harness/by-post.ts'
import { deadlinesOf, hitsOf } from '../../../../test/harness/contributions.ts'
import { insertProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'

let now = new Date('2026-03-10T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, clerk] = [who('lan'), who('minh'), who('vanthu.mttq')]
const [tuan, hoa, dung] = [who('tuan'), who('hoa'), who('dung')]

let programmeId = ''
beforeAll(async () => {
  const texts = ['Tuyên truyền pháp luật', 'Đề nghị Ủy ban nhân dân tỉnh hỗ trợ kinh phí mô hình']
  programmeId = (
    await insertProgramme(
      site,
      texts.map((text, at) => ({ path: `II/${at + 1}`, text })),
    )
  ).id
})
beforeEach(() => {
  now = new Date('2026-03-10T03:00:00Z')
})

type View = { request: { state: string; late: boolean; answer: string | null; version: number } }
const look = (acting: Actor, requestId: string) => ask<View>(acting, 'exchange.request', { requestId })
const fields = (change: object = {}) => ({
  toName: 'Sở Nông nghiệp và Môi trường',
  toBody: null,
  content: 'Đề nghị hỗ trợ giống cây cho ba xã vùng cao',
  clausePath: 'II/2',
  signedWith: [],
  ...change,
})
const letter = { number: '45/MTTQ-BTT', sentOn: '2026-03-10', dueOn: '2026-04-09', fileId: null }

async function draft(change: object = {}): Promise<string> {
  const requestId = newId()
  await send(lan, 'exchange.draft-request', { requestId, programmeId, ...fields(change) })
  return requestId
}
async function sent(): Promise<string> {
  const requestId = await draft()
  await send(minh, 'exchange.send-request', { requestId, version: 1, ...letter })
  return requestId
}
const answer = { answer: 'partly', number: '88/SNN', answeredOn: '2026-03-30', fileId: null, summary: 'Hỗ trợ hai xã' }

describe('a request to a body outside the programme', () => {
  it('is the own side’s until its letter has left, and joint from then on', async () => {
    const requestId = await draft()
    expect(await refusalOf(look(tuan, requestId))).toBe('not-found')
    await send(minh, 'exchange.send-request', { requestId, version: 1, ...letter })
    expect((await look(tuan, requestId)).request.state).toBe('sent')
    expect(await refusalOf(look(dung, requestId))).toBe('not-found')
    expect(await refusalOf(send(hoa, 'exchange.answer-request', { requestId, version: 2, ...answer }))).toBe(
      'exchange.not-your-request',
    )
  })

  it('is laid before the own leader, who lets it go with an instruction; a word changed since waits anew', async () => {
    const [requestId, clearanceId] = [await draft(), newId()]
    await send(lan, 'exchange.submit-request', { clearanceId, requestId })
    const waiting = async (actor: Actor) =>
      (await deadlinesOf(site, actor, '2026-12-31')).filter(one => one.kind === 'request-clearance')
    expect((await waiting(minh)).map(one => one.id)).toEqual([clearanceId])
    expect(await waiting(tuan)).toEqual([])
    await send(lan, 'exchange.change-request', { requestId, version: 1, ...fields({ toName: 'Sở Tài chính' }) })
    const clear = (version: number) =>
      send(minh, 'exchange.clear-request', { clearanceId, version, instruction: 'Gửi trong tuần', dueOn: '2026-03-13' })
    expect(await refusalOf(clear(1))).toBe('changed-meanwhile')
    await send(lan, 'exchange.submit-request', { clearanceId: newId(), requestId })
    await clear(2)
    const { laid } = await ask<{ laid: { clearance: object } }>(lan, 'exchange.request', { requestId })
    expect(laid.clearance).toMatchObject({
      state: 'cleared',
      instructions: [{ words: 'Gửi trong tuần', dueOn: '2026-03-13' }],
      fresh: true,
    })
  })

  it('is sent by the clerk once a leader has let exactly these words go', async () => {
    const [requestId, clearanceId] = [await draft(), newId()]
    const sending = (version: number) => send(clerk, 'exchange.send-request', { requestId, version, ...letter })
    expect(await refusalOf(sending(1))).toBe('exchange.request-not-let-go')
    await send(lan, 'exchange.submit-request', { clearanceId, requestId })
    await send(minh, 'exchange.clear-request', { clearanceId, version: 1 })
    await send(lan, 'exchange.change-request', { requestId, version: 1, ...fields({ toName: 'Sở Tài chính' }) })
    expect(await refusalOf(sending(2))).toBe('exchange.request-not-let-go')
    await send(lan, 'exchange.change-request', { requestId, version: 2, ...fields() })
    await sending(3)
    expect((await look(tuan, requestId)).request.state).toBe('sent')
  })

  it('is recorded by the clerk with the signed letter on file, whoever has not let it go here', async () => {
    const requestId = await draft()
    const wanted = () => ask<{ signedLetterWanted: boolean }>(clerk, 'exchange.request', { requestId })
    expect((await wanted()).signedLetterWanted).toBe(true)
    const fileId = await scan(site, clerk, 'văn bản đã ký')
    await send(clerk, 'exchange.send-request', { requestId, version: 1, ...letter, fileId })
    expect((await look(tuan, requestId)).request.state).toBe('sent')
  })

  it('does not change once it is sent, also not by SQL', async () => {
    const requestId = await sent()
    expect(await refusalOf(send(lan, 'exchange.change-request', { requestId, version: 2, ...fields() }))).toBe(
      'exchange.request-sent',
    )
    const attack = engine.database.write(lan, tx =>
      tx.updateTable('exchange_request').set({ content: 'khác' }).where('id', '=', requestId).execute(),
    )
    await expect(attack).rejects.toThrow('a sent request does not change')
  })

  it('is late by its day, is urged with a new one, and answered', async () => {
    const requestId = await sent()
    now = new Date('2026-04-15T03:00:00Z')
    expect((await look(lan, requestId)).request.late).toBe(true)
    const due = async () => (await deadlinesOf(site, lan, '2026-06-01')).filter(line => line.id === requestId)
    expect((await due()).map(line => [line.dueOn, line.step])).toEqual([['2026-04-09', 'follow-request']])
    await send(lan, 'exchange.urge-request', { requestId, version: 2, urgedOn: '2026-04-15', dueOn: '2026-05-05' })
    expect((await look(lan, requestId)).request).toMatchObject({ state: 'urged', late: false })
    await send(lan, 'exchange.answer-request', { requestId, version: 3, ...answer, answeredOn: '2026-04-15' })
    expect((await look(tuan, requestId)).request).toMatchObject({ state: 'answered', answer: 'partly' })
    expect(await due()).toEqual([])
    await send(lan, 'exchange.take-back-step', { requestId, version: 4, dueOn: '2026-05-05' })
    expect((await look(lan, requestId)).request).toMatchObject({ state: 'urged', answer: null })
    await send(lan, 'exchange.take-back-step', { requestId, version: 5, dueOn: '2026-04-09' })
    expect((await due()).map(line => line.dueOn)).toEqual(['2026-04-09'])
  })

  it('is put aside and taken up again while it is a draft', async () => {
    const requestId = await draft()
    await send(lan, 'exchange.remove-request', { requestId, version: 1 })
    const shown = async () =>
      (await ask<{ requests: { id: string }[] }>(lan, 'exchange.requests', { programmeId })).requests.map(one => one.id)
    expect(await shown()).not.toContain(requestId)
    await send(lan, 'exchange.restore-request', { requestId, version: 2 })
    expect(await shown()).toContain(requestId)
  })

  it('is found by its words and under its clause', async () => {
    const requestId = await sent()
    expect((await hitsOf(site, tuan, 'giong & cay:*')).map(hit => hit.id)).toContain(requestId)
    expect((await hitsOf(site, dung, 'giong & cay:*')).filter(hit => hit.kind === 'request')).toEqual([])
    const under = async (clausePath: string) =>
      (await ask<{ requests: { id: string }[] }>(tuan, 'exchange.requests', { programmeId, clausePath })).requests.length
    expect([await under('II/1'), (await under('II/2')) > 0]).toEqual([0, true])
  })

  it('can begin with a duty of the text that asks something of others', async () => {
    const { starts } = await ask<{ starts: { clausePath: string }[] }>(lan, 'exchange.request-starts', { programmeId })
    expect(starts.map(start => start.clausePath)).toEqual(['II/2'])
  })

  it.each([
    ['signed by a body that is no party', { signedWith: [dung.bodyId] }, 'exchange.signed-by-stranger'],
    ['for a clause that is not there', { clausePath: 'X/9' }, 'not-found'],
    ['to nobody', { toName: ' ' }, 'field.empty'],
  ])('is refused when %s', async (_what, change, code) => {
    expect(await refusalOf(draft(change))).toBe(code)
  })

  it.each([
    ['is dated tomorrow', { sentOn: '2026-03-11' }, 'exchange.day-ahead'],
    ['awaits its answer before it left', { dueOn: '2026-03-09' }, 'exchange.due-before-letter'],
  ])('whose letter %s is refused', async (_what, change, code) => {
    const requestId = await draft()
    expect(await refusalOf(send(minh, 'exchange.send-request', { requestId, version: 1, ...letter, ...change }))).toBe(code)
  })
})

describe('a letter that two sides sign', () => {
  type Seen = {
    digest: string
    agreedBy: { bodyId: string }[]
    request: { state: string; version: number; reason: string | null }
  }
  const seen = (acting: Actor, requestId: string) => ask<Seen>(acting, 'exchange.request', { requestId })
  async function proposed() {
    const requestId = await draft({ signedWith: [hoa.bodyId] })
    const { digest } = await seen(minh, requestId)
    await send(minh, 'exchange.propose-request', { requestId, version: 1, digest })
    return { requestId, version: 2, digest }
  }

  it('is put before the other by our leader, agreed by theirs, and only then sent', async () => {
    const requestId = await draft({ signedWith: [hoa.bodyId] })
    expect(await refusalOf(send(clerk, 'exchange.send-request', { requestId, version: 1, ...letter }))).toBe(
      'exchange.request-not-agreed',
    )
    expect(await refusalOf(look(hoa, requestId))).toBe('not-found')
    const made = await proposed()
    expect(await refusalOf(send(tuan, 'exchange.agree-request', made))).toBe('not-permitted')
    expect(await refusalOf(send(minh, 'exchange.agree-request', made))).toBe('exchange.not-a-signer')
    expect(await send(hoa, 'exchange.agree-request', made)).toMatchObject({ complete: true })
    await send(clerk, 'exchange.send-request', { requestId: made.requestId, version: 3, ...letter })
    expect((await seen(hoa, made.requestId)).request.state).toBe('sent')
  })

  it('is work of whoever wrote it until it is answered, also while others have it', async () => {
    type Work = { holders: { work: { id: string }[] }[] }
    const mine = async () => {
      const { holders } = await ask<Work>(lan, 'insight.hand-over', { accountId: lan.accountId })
      return holders.flatMap(holder => holder.work.map(one => one.id))
    }
    const { requestId, version } = await proposed()
    expect(await mine()).toContain(requestId)
    await send(hoa, 'exchange.return-request', { requestId, version, reason: 'Cần ghi rõ ba xã nào' })
    expect(await mine()).toContain(requestId)
  })

  it('comes back with the reason, is taken back, and its words do not change while others have it', async () => {
    const { requestId, version } = await proposed()
    const change = { requestId, version, ...fields({ signedWith: [hoa.bodyId] }) }
    expect(await refusalOf(send(lan, 'exchange.change-request', change))).toBe('exchange.request-proposed')
    await send(hoa, 'exchange.return-request', { requestId, version, reason: 'Cần ghi rõ ba xã nào' })
    expect((await seen(lan, requestId)).request).toMatchObject({ state: 'returned', reason: 'Cần ghi rõ ba xã nào' })
    await send(minh, 'exchange.take-back-request', { requestId, version: 3 })
    expect((await seen(lan, requestId)).agreedBy).toEqual([])
  })

  it('leaves by nobody before every signer has agreed, also not by SQL', async () => {
    const { requestId } = await proposed()
    const attack = engine.database.write(minh, tx =>
      tx.updateTable('exchange_request').set({ state: 'agreed' }).where('id', '=', requestId).execute(),
    )
    await expect(attack).rejects.toThrow('a signer has not agreed')
    const other = engine.database.write(hoa, tx =>
      tx.updateTable('exchange_request').set({ summary: 'khác' }).where('id', '=', requestId).execute(),
    )
    await expect(other).rejects.toThrow('another signer only answers')
  })

  it('goes to a body that is chosen, not to a party', async () => {
    expect(await refusalOf(draft({ toBody: hoa.bodyId }))).toBe('exchange.to-a-party')
    expect(await refusalOf(draft({ toBody: newId() }))).toBe('not-found')
    const requestId = await draft({ toBody: dung.bodyId })
    expect((await ask<{ request: { toBody: string } }>(lan, 'exchange.request', { requestId })).request.toBody).toBe(dung.bodyId)
  })
})
