import { expect, it } from 'vitest'
import { proveReview } from '../../../bench/proof/figures.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { CompiledReview } from './contract.ts'
import { linesOf } from './fixtures/lines.ts'

let now = new Date('2026-03-16T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who } = site
const [lan, minh, tuan, hoa, third] = [who('lan'), who('minh'), who('tuan'), who('hoa'), who('dung')]
const quarterly = { kind: 'every' as const, count: 1, unit: 'quarter' as const }

type Matrix = { rows: { from: string; to: string; cells: Record<string, { dutyKey: string }> }[] }
type Answer = { compiled: CompiledReview; digest: string }

/** The leader of a side sends what it owes the other for a quarter. */
async function inform(programmeId: string, [officer, leader]: Actor[], to: Actor, period: string) {
  const { rows } = await ask<Matrix>(officer!, 'exchange.matrix', { programmeId, year: 2026 })
  const { dutyKey } = rows.find(row => row.from === officer!.bodyId && row.to === to.bodyId)!.cells[period]!
  const packageId = newId()
  await send(officer!, 'exchange.assemble-package', { packageId, programmeId, dutyKey, year: 2026, note: 'Không phát sinh' })
  const { digest } = await ask<{ digest: string }>(leader!, 'exchange.package', { packageId })
  await send(leader!, 'exchange.send-package', { packageId, version: 1, digest })
}

async function reviewed() {
  const text = { text: 'Hằng quý trao đổi thông tin', schedules: [quarterly], topics: ['information' as const] }
  const of = { path: 'II/3', lead: ['mttq', 'sdttg'], ...text }
  const { id: programmeId } = await insertProgramme(site, [of], { parties: ['mttq', 'sdttg', 'bdv'] })
  now = new Date('2026-03-16T03:00:00Z')
  await inform(programmeId, [lan, minh], tuan, '2026-q1')
  now = new Date('2026-03-30T03:00:00Z')
  await inform(programmeId, [lan, minh], third, '2026-q1')
  await inform(programmeId, [tuan, hoa], lan, '2026-q1')
  now = new Date('2026-06-16T03:00:00Z')
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
  return { programmeId, reviewId }
}

it('a review names the side that did not inform another, or late, the same to every party, and opens what was owed', async () => {
  const { reviewId } = await reviewed()
  const [ours, theirs, others] = [
    await ask<Answer>(lan, 'reviews.review', { reviewId }),
    await ask<Answer>(tuan, 'reviews.review', { reviewId }),
    await ask<Answer>(third, 'reviews.review', { reviewId }),
  ]
  expect([theirs.digest, others.digest]).toEqual([ours.digest, ours.digest])
  const lines = linesOf(ours.compiled)
  expect(lines).toContain('UBMTTQ tỉnh: thực hiện chậm 01 lần thông tin.')
  expect(lines).toContain('Sở DT&TG: chưa thực hiện 01 lần thông tin và thực hiện chậm 01 lần thông tin.')
  const figures = Object.values(ours.compiled.figures).filter(one => one.query.kind === 'informing')
  expect(figures).toHaveLength(3)
  for (const figure of figures) {
    type Opened = { now: number; records: { kind: string; title: string; address: string }[] }
    const { now: counted, records } = await ask<Opened>(third, 'reviews.figure', { reviewId, figureId: figure.id })
    expect([counted, records.length]).toEqual([figure.value, figure.value])
    expect(records[0]).toMatchObject({
      kind: 'duty',
      title: expect.stringContaining('Quý I/2026, gửi '),
      address: expect.stringContaining('/trao-doi?'),
    })
  }
})

it('what it tells of them is what the database owner counts by statements of its own', async () => {
  const { programmeId, reviewId } = await reviewed()
  const asked = (name: string, input: Record<string, string>) => ask(lan, name, input) as never
  const { checked, differences } = await proveReview(site.engine.database.pool, asked, {
    reviewId,
    programmeId,
    bodyId: lan.bodyId,
  })
  expect(differences).toEqual([])
  expect(checked['informing']).toBe(3)
})
