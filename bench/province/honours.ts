import { sealName } from '../../src/engine/keys/sealed-name.ts'
import type { Engine } from '../../src/engine/runner.ts'
import { GATHERINGS, NATURES } from '../../src/features/honours/contract.ts'
import { addDays, daysBetween, type IsoDate, yearOf } from '../../src/kernel/dates.ts'
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
const BENEFITS_EACH = 5

/** Prestigious persons, one for a village, by a decision of each commune; what was given to them, and gatherings. Names are invented numbers. */
export async function insertRecognised(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const { bodyId: body_id, by: created_by, days } = wanted
  const made = { body_id, created_by, created_at: new Date(`${days.to}T03:00:00Z`) }
  const lists = wanted.communes.map(({ name }, at) => ({
    id: newId(),
    ...made,
    decision_number: `${at + 1}/QĐ-UBND`,
    decision_date: addDays(days.to, -300 + random.below(200)),
    decided_by: 'commune',
    issuer: `Chủ tịch Ủy ban nhân dân ${name}`,
    year: yearOf(days.to),
  }))
  const villages = wanted.communes.flatMap((commune, at) => commune.villages.map(id => ({ id, list_id: lists[at]!.id })))
  const recognised = villages
    .slice(0, wanted.count)
    .map(({ id: village_id, list_id }) => ({ id: newId(), ...made, list_id, village_id }))
  const names = await Promise.all(recognised.map(({ id }, at) => sealName(engine.keys, `Người thứ ${at + 1}`, id)))
  const kept = recognised.map(({ id: recognition_id }, at) => ({
    recognition_id,
    body_id,
    sealed: names[at]!.sealed,
    sealed_key: names[at]!.keyId,
  }))
  const day = () => addDays(days.from, random.below(daysBetween(days.from, days.to) + 1))
  const programme = () => (random.below(3) > 0 ? wanted.programmeId : null)
  const removed = () => (random.below(50) === 0 ? made.created_at : null)
  const benefits = recognised.flatMap(({ id: recognition_id, village_id }) =>
    Array.from({ length: BENEFITS_EACH }, () => ({
      id: newId(),
      ...made,
      recognition_id,
      village_id,
      nature: random.pick(NATURES),
      given_on: day(),
      amount: 500_000,
      programme_id: programme(),
      removed_at: removed(),
    })),
  )
  const gatherings = Array.from({ length: Math.ceil(wanted.count / 3) }, () => ({
    id: newId(),
    ...made,
    kind: random.pick(GATHERINGS),
    held_on: day(),
    sessions: 1 + random.below(3),
    turns: random.below(60),
    amount: 5_000_000,
    programme_id: programme(),
    removed_at: removed(),
  }))
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'recognition_list', lists)
    await insertRows(tx, 'recognition', recognised)
    await insertRows(tx, 'recognition_name', kept)
    await insertRows(tx, 'benefit', benefits)
    await insertRows(tx, 'honour_gathering', gatherings)
  })
}
