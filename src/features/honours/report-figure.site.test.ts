import { describe, expect, it } from 'vitest'
import { benefitInput, gatheringInput, listInput } from '../../../test/harness/honours.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { reportFigure } from './queries/report-figure.ts'

type Opened = Awaited<ReturnType<typeof reportFigure.run>>

const site = await openTestSite({ now: () => new Date('2026-03-02T03:00:00Z') })
const { send, ask, who } = site
const [lan, tuan] = [who('lan'), who('tuan')]
const opened = (acting: typeof lan, work: string) =>
  ask<Opened>(acting, 'honours.report-figure', { from: '2026-01-01', to: '2026-12-31', work })

describe('a figure of the report on prestigious persons', () => {
  it('opens what was recorded for all of them together, of the own body', async () => {
    await send(lan, 'honours.record-gathering', gatheringInput())
    expect((await opened(lan, 'class')).records).toMatchObject([
      { day: '2026-02-20', sessions: 2, turns: 90, amount: 30_000_000, programme: '' },
    ])
    expect((await opened(tuan, 'class')).records).toEqual([])
  })

  it('opens benefits as days with turns and money, and says of no village and no record for whom', async () => {
    const { villageId } = await layPlaces(site)
    const list = listInput(villageId)
    const { recognitionId } = list.rows[0]!
    await send(lan, 'honours.load-list', list)
    await send(lan, 'honours.give-benefit', benefitInput(recognitionId))
    const told = await opened(lan, 'sickness')
    expect(told).toEqual({
      records: [{ id: '2026-02-20', day: '2026-02-20', sessions: 1, turns: 1, amount: 500_000, programme: '' }],
      benefits: true,
      elsewhere: 0,
    })
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${villageId}|${recognitionId}`))
  })

  it('says how many records another unit keeps', async () => {
    const unit_id = newId()
    await site.engine.database.write('system', async tx => {
      const seen = await tx.selectFrom('benefit').selectAll().where('nature', '=', 'sickness').executeTakeFirstOrThrow()
      await tx
        .insertInto('benefit')
        .values({ ...seen, id: newId(), unit_id })
        .execute()
    })
    const { records, elsewhere } = await opened(lan, 'sickness')
    expect([records.length, elsewhere]).toEqual([1, 1])
  })

  it('opens nothing for who does not keep the register', async () => {
    expect(await refusalOf(opened(who('xem'), 'class'))).toBe('not-permitted')
  })
})
