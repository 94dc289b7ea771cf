import { beforeAll, describe, expect, it } from 'vitest'
import { ADOPTED, addCommune, CLAUSES } from '../../../../test/harness/cascade.ts'
import { insertProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { series } from '../queries/series.ts'

type Series = AnswerOf<typeof series>

const site = await openTestSite({ now: () => new Date('2026-07-02T03:00:00Z') })
const [lan, minh] = [site.who('lan'), site.who('minh')]
const templateId = newId()
const units = new Map<string, Actor>()
const unit = (name: string) => units.get(name)!
const ask = (more: object = {}) => site.ask<Series>(minh, 'cascade.series', { templateId, key: 'II/1', ...more })
const shown = async (more: object = {}) => Object.fromEntries((await ask(more)).rows.map(row => [row.name, row.cells]))

/** Signs what was sent and reports the same figure of every clause for each half-year. */
async function report(actor: Actor, askIds: readonly string[], value: number): Promise<void> {
  const { received } = await site.ask<{ received: { id: string }[] }>(actor, 'cascade.templates', {})
  const copyId = received[0]!.id
  await site.send(actor, 'cascade.save-adaptation', { copyId, version: 0, lines: ADOPTED })
  await site.send(actor, 'cascade.sign-copy', { copyId, version: 1, number: '1/KH', signedOn: '2026-07-02' })
  const figures = CLAUSES.map(({ key }) => ({ key, value }))
  for (const askId of askIds) await site.send(actor, 'cascade.answer-figures', { answerId: newId(), askId, version: 0, figures })
}

/** A unit ends, and others sit in its seat. */
const takenOver = (name: string, heirs: readonly string[]) =>
  site.engine.database.pool.query(
    `WITH event AS (INSERT INTO reorganisation (home, id, kind, decision_number, decision_date, issuer, effective_on, content, concerned, state,
        drafted_by, created_by, created_at, applied_at)
      SELECT home, gen_random_uuid(), 'merge', '1/NQ', '2026-06-01', 'Hội đồng nhân dân tỉnh', '2026-07-01', '{}', ARRAY[id], 'applied', id, $3, now(), now()
      FROM body WHERE id = $1 RETURNING home, id),
    first AS (INSERT INTO body_succession (home, body_id, heir_id, effective_on, reorganisation_id)
      SELECT home, $1, ($2::uuid[])[1], '2026-07-01', id FROM event)
    INSERT INTO body_co_heir (home, body_id, heir_id, reorganisation_id)
      SELECT event.home, $1, other, event.id FROM event, unnest(($2::uuid[])[2:]) other`,
    [unit(name).bodyId, heirs.map(heir => unit(heir).bodyId), lan.accountId],
  )

beforeAll(async () => {
  for (const name of ['Xã A', 'Xã B', 'Xã C', 'Xã D', 'Xã E']) units.set(name, await addCommune(site, name))
  const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền' }])
  const written = { templateId, programmeId, version: 0, title: 'Kế hoạch mẫu', dueOn: '2026-03-01', clauses: CLAUSES }
  await site.send(lan, 'cascade.write-template', written)
  const bodyIds = ['Xã A', 'Xã B', 'Xã C'].map(name => unit(name).bodyId)
  await site.send(minh, 'cascade.send-template', { templateId, version: 1, bodyIds })
  const askIds = [newId(), newId()]
  for (const [at, askId] of askIds.entries())
    await site.send(minh, 'cascade.ask-figures', { askId, templateId, year: 2026, half: at + 1, dueOn: '2026-07-05' })
  await report(unit('Xã A'), askIds, 4)
  await report(unit('Xã B'), askIds.slice(0, 1), 3)
  await report(unit('Xã C'), askIds, 5)
})

describe('figures of the communes over the half-years', () => {
  it('stand as each reported them, the earliest half-year first', async () => {
    expect(await shown()).toEqual({ 'Xã A': [4, 4], 'Xã B': [3, undefined], 'Xã C': [5, 5] })
    expect((await ask()).columns.map(one => one.half)).toEqual([1, 2])
  })

  it('are of the first clause where none is chosen, and shown to the side above alone', async () => {
    expect((await ask({ key: undefined })).clause.key).toBe('II/1')
    expect(await refusalOf(site.ask(unit('Xã A'), 'cascade.series', { templateId }))).toBe('not-found')
    expect(await refusalOf(site.ask(site.who('tuan'), 'cascade.series', { templateId }))).toBe('not-found')
  })

  it('are added up by who stands in the place of a unit today, and told apart where it was divided', async () => {
    await takenOver('Xã A', ['Xã D'])
    await takenOver('Xã B', ['Xã D'])
    await takenOver('Xã C', ['Xã D', 'Xã E'])
    expect(await shown({ borders: 'now' })).toEqual({ 'Xã C': [undefined, undefined], 'Xã D': [7, 4] })
    const divided = (await ask({ borders: 'now' })).rows.find(row => row.name === 'Xã C')
    expect(divided?.unlike).toEqual([0, 1].map(() => ({ reason: 'split', place: 'Xã C' })))
    expect(await shown()).toEqual({ 'Xã A': [4, 4], 'Xã B': [3, undefined], 'Xã C': [5, 5] })
  })
})
