import type { Engine } from '../../src/engine/runner.ts'
import { type IsoDate, isoDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Random } from '../random.ts'
import type { Commune } from './places.ts'

type Wanted = {
  bodyId: string
  by: string
  programmeId: string
  communes: readonly Commune[]
  count: number
  days: { from: IsoDate; to: IsoDate }
}
const MEASURES = [
  ['Nhà đại đoàn kết', 'nhà'],
  ['Ngày công đóng góp', 'ngày công'],
] as const

/** Campaigns and models with what they report year by year; every second is shown to the programme's parties. */
export async function insertMovements(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const movements = Array.from({ length: wanted.count }, (_, at) => movementOf(random, wanted, at))
  const [first, last] = [yearOf(wanted.days.from), yearOf(wanted.days.to)]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const of = movements.map(({ id: movement_id, body_id }) => ({ movement_id, body_id }))
  const measures = of.flatMap(one => MEASURES.map(([name, unit], at) => ({ id: newId(), ...one, position: at + 1, name, unit })))
  const reported = of.flatMap(one =>
    years.map(year => ({
      ...one,
      year,
      registered_on: isoDate(year, 1, 20),
      reported_on: isoDate(year, 1 + random.below(12), 5),
    })),
  )
  const figures = measures.flatMap(({ id: measure_id, movement_id, body_id }) =>
    years.map(year => {
      const registered = 1 + random.below(90)
      return {
        movement_id,
        body_id,
        year,
        measure_id,
        registered,
        reached: random.below(6) === 0 ? null : random.below(registered),
      }
    }),
  )
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'movement', movements)
    await insertRows(tx, 'movement_measure', measures)
    await insertRows(tx, 'movement_year', reported)
    await insertRows(tx, 'movement_figure', figures)
  })
}

function movementOf(random: Random, { bodyId: body_id, by, programmeId, communes, days }: Wanted, at: number) {
  const model = at % 2 === 0
  const shared = random.below(2) === 0
  const created_at = new Date(`${days.from}T03:00:00Z`)
  const recognised = model && random.below(2) === 0 ? isoDate(yearOf(days.to), 1 + random.below(10), 12) : null
  return {
    id: newId(),
    body_id,
    kind: model ? 'model' : 'campaign',
    title: model ? `Mô hình tự quản số ${at + 1}` : `Chung tay số ${at + 1}`,
    content: 'Các nội dung đã đăng ký',
    starts_on: days.from,
    place_id: model ? random.pick(communes).id : null,
    keeper: model ? 'Ban công tác Mặt trận' : '',
    programme_id: shared ? programmeId : null,
    shared_at: shared ? created_at : null,
    recognised_number: recognised && `${at + 1}/QĐ-MTTQ`,
    recognised_date: recognised,
    recognised_by: recognised && 'Ủy ban Mặt trận Tổ quốc tỉnh',
    created_by: by,
    created_at,
    removed_at: random.below(15) === 0 ? created_at : null,
  }
}
