import { describe, expect, it } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { AnswerOf } from '../../ui/client/types.ts'
import type { compareClauses } from './queries/compare.ts'

const TRAIN = 'Mở lớp bồi dưỡng kỹ năng vận động cho cán bộ Mặt trận cơ sở, mỗi năm hai lớp.'
const AGAIN = 'Mở lớp bồi dưỡng kỹ năng vận động cho cán bộ Mặt trận các xã vùng cao.'
const VISIT = 'Thăm, tặng quà các hộ nghèo nhân dịp Tết Nguyên đán.'

const site = await openTestSite({ now: () => new Date('2027-11-16T03:00:00Z') })
const { id: programmeId } = await insertProgramme(site, [
  { path: 'II/1', text: TRAIN },
  { path: 'II/2', text: VISIT },
])
const { id: former } = await insertProgramme(site, [{ path: 'II/5', text: AGAIN }], { from: 2021, to: 2025 })
await insertProgramme(site, [{ path: 'II/7', text: AGAIN }], { parties: ['bdv', 'sdttg'] })
const compare = (username: string, id = programmeId) =>
  site.ask<AnswerOf<typeof compareClauses>>(site.who(username), 'renewal.compare', { programmeId: id })

describe('the comparison of a programme', () => {
  it('shows the clause that an earlier programme of the same bodies had too, its own first', async () => {
    const { overlaps } = await compare('lan')
    const places = overlaps.map(({ one, other }) => [one.programme.id, one.path, other.programme.id, other.path])
    expect(places).toEqual([[programmeId, 'II/1', former, 'II/5']])
  })

  it('names the duties without work by year, up to this one', async () => {
    const { silent } = await compare('lan')
    expect(silent).toEqual([
      { path: 'II/1', text: TRAIN, years: [2026, 2027] },
      { path: 'II/2', text: VISIT, years: [2026, 2027] },
    ])
  })

  it('is for the parties of the programme alone', async () => {
    expect(await refusalOf(compare('dung'))).toBe('not-found')
  })
})
