import { describe, expect, it } from 'vitest'
import { ADOPTED, addCommune, CLAUSES } from '../../../../test/harness/cascade.ts'
import { insertProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { findDeadlines } from '../../../engine/find-deadlines.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { copy } from '../queries/copy.ts'
import type { ledger } from '../queries/ledger.ts'
import type { templateDraft } from '../queries/templates.ts'
import { cascadeDeadlines } from './deadlines.ts'

let now = new Date('2026-02-02T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền' }])
const [lan, minh] = [site.who('lan'), site.who('minh')]
const [first, second, third] = [
  await addCommune(site, 'Xã Đăk Mây'),
  await addCommune(site, 'Xã Ngọc Lĩnh'),
  await addCommune(site, 'Xã Sa Thầy'),
]
const [templateId, askId] = [newId(), newId()]
const board = () => site.ask<AnswerOf<typeof ledger>>(minh, 'cascade.ledger', { templateId })
const rows = async () => Object.fromEntries((await board()).units.map(unit => [unit.name, unit.cells]))
const copyOf = async (actor: Actor) => {
  const { received } = await site.ask<{ received: { id: string }[] }>(actor, 'cascade.templates', {})
  return received[0]!.id
}
const save = async (actor: Actor, lines: typeof ADOPTED) =>
  site.send(actor, 'cascade.save-adaptation', { copyId: await copyOf(actor), version: 0, lines })
const sign = async (actor: Actor) =>
  site.send(actor, 'cascade.sign-copy', { copyId: await copyOf(actor), version: 1, number: '1/KH', signedOn: '2026-02-02' })
const report = (actor: Actor, value: number, more: object = {}) => {
  const figures = CLAUSES.map(({ key }) => ({ key, value }))
  return site.send(actor, 'cascade.answer-figures', { answerId: newId(), askId, version: 0, figures, ...more })
}

/** What *Việc của tôi* has of this for a commune. */
const waitingFor = (actor: Actor) =>
  site.engine.database.read(actor, db =>
    findDeadlines({ db, acting: actor, now, today: vietnamDate(now) }, [cascadeDeadlines], '2028-01-01'),
  )

describe('a template for the communes', () => {
  it('is changed by its own side until it is sent, and read by nobody else', async () => {
    const draftId = newId()
    const written = { templateId: draftId, programmeId, version: 0, title: 'Bản soạn', dueOn: '2026-03-01', clauses: CLAUSES }
    await site.send(lan, 'cascade.write-template', written)
    const draft = (actor: Actor) =>
      site.ask<AnswerOf<typeof templateDraft>>(actor, 'cascade.template-draft', { programmeId, templateId: draftId })
    expect((await draft(lan)).template).toMatchObject({ title: 'Bản soạn', version: 1, clauses: CLAUSES })
    expect(await refusalOf(draft(site.who('tuan')))).toBe('not-found')
    await site.send(lan, 'cascade.write-template', { ...written, version: 1, title: 'Bản sửa', clauses: CLAUSES.slice(0, 1) })
    expect((await draft(lan)).template).toMatchObject({ title: 'Bản sửa', version: 2 })
    await site.send(minh, 'cascade.send-template', { templateId: draftId, version: 2, bodyIds: [third.bodyId] })
    expect(await refusalOf(draft(lan))).toBe('cascade.sent-already')
    expect((await waitingFor(third)).map(one => [one.kind, one.title])).toEqual([['cascade-copy', 'Bản sửa']])
  })

  it('is sent to bodies of communes alone', async () => {
    const written = { templateId, programmeId, version: 0, title: 'Kế hoạch mẫu', dueOn: '2026-03-01', clauses: CLAUSES }
    await site.send(lan, 'cascade.write-template', written)
    const send = (bodyIds: string[]) => site.send(minh, 'cascade.send-template', { templateId, version: 1, bodyIds })
    expect(await refusalOf(send([site.who('tuan').bodyId]))).toBe('cascade.not-a-commune')
    await send([first.bodyId, second.bodyId])
    expect(await rows()).toEqual({
      'Xã Đăk Mây': ['sent', 'sent'],
      'Xã Ngọc Lĩnh': ['sent', 'sent'],
      'Xã Sa Thầy': ['not-sent', 'not-sent'],
    })
    expect(await refusalOf(site.ask(third, 'cascade.copy', { copyId: await copyOf(first) }))).toBe('not-found')
  })

  it('is refused where a commune leaves its bounds', async () => {
    const change = (at: number, line: object) => ADOPTED.map((one, other) => (other === at ? { ...one, ...line } : one))
    expect(await refusalOf(save(first, change(1, { text: 'Giám sát khi cần.' })))).toBe('cascade.fixed')
    expect(await refusalOf(save(first, change(0, { promised: 1 })))).toBe('cascade.below-least')
    expect(await refusalOf(save(first, change(0, { text: null as never })))).toBe('cascade.must-stay')
    expect(await refusalOf(save(first, [...ADOPTED, { key: 'IX', text: 'Thêm', promised: 1 }]))).toBe('cascade.clause-unknown')
  })

  it('that a colleague has saved meanwhile is not saved over from what was opened before', async () => {
    await save(second, ADOPTED)
    const stale = [{ ...ADOPTED[0]!, text: 'Bản mở từ trước' }, ADOPTED[1]!]
    expect(await refusalOf(save(second, stale))).toBe('changed-meanwhile')
    const { adaptation } = await site.ask<AnswerOf<typeof copy>>(second, 'cascade.copy', { copyId: await copyOf(second) })
    expect(adaptation).toMatchObject({ version: 1, lines: ADOPTED })
  })

  it('is read by the level above only once it is signed', async () => {
    await save(first, [{ ...ADOPTED[0]!, text: 'Tuyên truyền bằng tiếng Mông.' }, ADOPTED[1]!])
    const seen = await site.ask<AnswerOf<typeof copy>>(minh, 'cascade.copy', { copyId: await copyOf(first) })
    expect([seen.adaptation, seen.copy.lines]).toEqual([null, null])
    expect((await rows())['Xã Đăk Mây']).toEqual(['adapting', 'adapting'])
    await sign(first)
    expect((await rows())['Xã Đăk Mây']).toEqual(['signed', 'signed'])
    const signed = await site.ask<AnswerOf<typeof copy>>(minh, 'cascade.copy', { copyId: await copyOf(first) })
    expect(signed.copy.lines![0]!.text).toBe('Tuyên truyền bằng tiếng Mông.')
    expect(await refusalOf(save(first, ADOPTED))).toBe('cascade.signed-already')
  })
})

describe('half-year figures', () => {
  it('are added up from what communes report, and who is missing is named', async () => {
    await sign(second)
    await site.send(minh, 'cascade.ask-figures', { askId, templateId, year: 2026, half: 1, dueOn: '2026-07-05' })
    now = new Date('2026-07-01T03:00:00Z')
    await report(first, 4)
    const [ask] = (await board()).asks
    expect([ask!.sums, ask!.missing]).toEqual([{ 'II/1': 4, 'II/2': 4 }, ['Xã Ngọc Lĩnh']])
  })

  it('that come late are marked, and who reports nothing after the day is silent', async () => {
    now = new Date('2026-07-09T03:00:00Z')
    expect((await rows())['Xã Ngọc Lĩnh']).toEqual(['silent', 'silent'])
    await report(second, 3)
    const [ask] = (await board()).asks
    expect(ask!.answers.map(one => [one.name, one.late])).toEqual(expect.arrayContaining([['Xã Ngọc Lĩnh', true]]))
    expect(ask!.sums['II/1']).toBe(7)
  })

  it('that are returned count in no sum until they come again; then the half-year is locked', async () => {
    const own = (await board()).asks[0]!.answers.find(one => one.bodyId === second.bodyId)!
    await site.send(lan, 'cascade.return-figures', { answerId: own.id, version: own.version, reason: 'Cộng trùng' })
    const returned = (await board()).asks[0]!
    expect([returned.sums['II/1'], returned.missing]).toEqual([4, ['Xã Ngọc Lĩnh']])
    const lock = () => site.send(minh, 'cascade.lock-figures', { askId, version: 1 })
    expect(await refusalOf(lock())).toBe('cascade.still-returned')
    await report(second, 2, { answerId: own.id, version: own.version + 1 })
    await lock()
    expect((await board()).asks[0]!.sums['II/1']).toBe(6)
    expect(await refusalOf(report(second, 9, { answerId: own.id, version: own.version + 2 }))).toBe('cascade.locked')
  })

  it('that were locked by mistake are opened again with a reason, unchanged, and are locked anew', async () => {
    const ask = async () => (await board()).asks[0]!
    const unlock = async (acting = minh) =>
      site.send(acting, 'cascade.unlock-figures', { askId, version: (await ask()).version, reason: 'Chốt nhầm kỳ' })
    expect(await refusalOf(unlock(site.who('hoa')))).toBe('not-found')
    const before = await ask()
    await unlock()
    const opened = await ask()
    expect(opened).toMatchObject({ lockedOn: null, unlocked: { on: '2026-07-09', reason: 'Chốt nhầm kỳ' }, sums: before.sums })
    expect(opened.answers.map(one => one.state)).toEqual(['sent', 'sent'])
    const { asks } = await site.ask<AnswerOf<typeof copy>>(first, 'cascade.copy', { copyId: await copyOf(first) })
    expect(asks[0]!.unlocked?.reason).toBe('Chốt nhầm kỳ')
    expect(await refusalOf(unlock())).toBe('cascade.not-locked')
    await site.send(minh, 'cascade.lock-figures', { askId, version: opened.version })
    expect((await ask()).can.unlock).toBeNull()
    await expect(
      site.engine.database.write(minh, tx => tx.updateTable('cascade_answer').set({ state: 'returned', reason: 'x' }).execute()),
    ).rejects.toMatchObject({ code: '23001' })
  })

  it('are typed below and nowhere else, whatever is tried above', async () => {
    const typed = site.engine.database.write(minh, tx =>
      tx.updateTable('cascade_answer').set({ figures: '{"II/1": 99}' }).execute(),
    )
    await typed.catch(() => null)
    expect((await board()).asks[0]!.sums['II/1']).toBe(6)
  })

  it('are sent again for the half-year that was returned, and for no other', async () => {
    const [second2026, first2027] = [newId(), newId()]
    const at = { templateId, dueOn: '2027-12-31' }
    await site.send(minh, 'cascade.ask-figures', { ...at, askId: second2026, year: 2026, half: 2 })
    await site.send(minh, 'cascade.ask-figures', { ...at, askId: first2027, year: 2027, half: 1 })
    const [standing, returned] = [newId(), newId()]
    await report(first, 5, { askId: second2026, answerId: standing })
    await report(first, 1, { askId: first2027, answerId: returned })
    await site.send(minh, 'cascade.return-figures', { answerId: returned, version: 1, reason: 'Cộng thiếu' })
    expect(await refusalOf(report(first, 99, { askId: first2027, answerId: standing, version: 1 }))).toBe('changed-meanwhile')
    const asks = Object.fromEntries((await board()).asks.map(ask => [ask.id, ask]))
    expect(asks[second2026]!.sums['II/1']).toBe(5)
    expect((await waitingFor(first)).map(one => [one.kind, one.id, one.context])).toEqual([
      ['cascade-ask', first2027, 'Cộng thiếu'],
    ])
    expect((await waitingFor(second)).map(one => one.id).toSorted()).toEqual([second2026, first2027].toSorted())
    expect((await waitingFor(third)).map(one => one.kind)).toEqual(['cascade-copy'])
  })

  it('of a commune that is no more stay in the ledger, and it gets no further template', async () => {
    await site.engine.database.pool.query("UPDATE body SET valid_to = '2026-07-08' WHERE id = $1", [second.bodyId])
    expect((await board()).units.map(unit => unit.name)).toContain('Xã Ngọc Lĩnh')
    await site.engine.database.pool.query("UPDATE body SET valid_to = '2026-07-08' WHERE id = $1", [third.bodyId])
    expect((await board()).units.map(unit => unit.name)).not.toContain('Xã Sa Thầy')
    await site.engine.database.pool.query('UPDATE body SET valid_to = NULL WHERE id = ANY($1)', [[second.bodyId, third.bodyId]])
  })
})
