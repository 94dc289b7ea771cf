import type { Insertable } from 'kysely'
import type { DB } from '../src/engine/db/schema.generated.ts'
import type { Engine } from '../src/engine/runner.ts'
import { CODE_SIGNS } from '../src/features/petitions/contract.ts'
import { writtenPetitions } from '../src/features/petitions/fixtures/matters.ts'
import { termsOf } from '../src/features/petitions/terms.ts'
import { addDays, type IsoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import type { Commune } from './province/places.ts'
import type { Random } from './random.ts'

const ROWS_AT_ONCE = 2000
const OPEN = ['received', 'forwarded', 'acknowledged', 'urged', 'answered', 'not-settled']
const STATES = OPEN.concat('settled settled settled settled returned routed-out'.split(' '))
const CLOSED: readonly string[] = ['settled', 'returned', 'routed-out']
const OUT: readonly string[] = ['forwarded', 'acknowledged', 'urged', 'answered', 'not-settled', 'settled']
const ANSWERED: readonly string[] = ['answered', 'not-settled', 'settled']

type Wanted = {
  bodyId: string
  handler: string
  /** Every fifth is handled by this unit alone. */
  otherUnit: string
  /** Every second is shown to its parties. */
  programmeId: string
  communes: readonly Commune[]
  count: number
  days: { from: IsoDate; to: IsoDate }
}
type Entered = {
  row: Insertable<DB['petition']>
  content: Insertable<DB['petition_content']>
  steps: Insertable<DB['petition_step']>[]
  terms: Insertable<DB['petition_term']>[]
}

/** Petitions handled by one body: the 300 written ones again and again, in many communes and states. */
export async function insertPetitions(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const written = writtenPetitions()
  for (let from = 0; from < wanted.count; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, wanted.count - from)
    const entered = Array.from({ length }, () => petitionOf(random, wanted, random.pick(written)))
    await writeAsOwner(engine, async tx => {
      await insertRows(
        tx,
        'petition',
        entered.map(one => one.row),
      )
      await insertRows(
        tx,
        'petition_content',
        entered.map(one => one.content),
      )
      await insertRows(
        tx,
        'petition_step',
        entered.flatMap(one => one.steps),
      )
      await insertRows(
        tx,
        'petition_term',
        entered.flatMap(one => one.terms),
      )
    })
  }
}

function petitionOf(random: Random, wanted: Wanted, { field, text }: { field: string; text: string }): Entered {
  const { bodyId: body_id, handler, programmeId, days } = wanted
  const [id, commune, state] = [newId(), random.pick(wanted.communes), random.pick(STATES)]
  const length = (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000
  const received = addDays(days.from, random.below(length + 1))
  const later = (most: number): IsoDate => [addDays(received, random.below(most)), days.to].toSorted()[0]!
  const answered = ANSWERED.includes(state) ? later(50) : null
  const closed = CLOSED.includes(state) ? later(60) : null
  const at = new Date(`${received}T03:00:00Z`)
  const unit_id = random.below(5) === 0 ? wanted.otherUnit : null
  const shared = random.below(2) === 0
  const row = {
    id,
    body_id,
    unit_id,
    handler,
    subject: text.slice(0, 200),
    field,
    commune_id: commune.id,
    origin: random.pick(['voters', 'village', 'supervision', 'direct']),
    voices: 1 + random.below(60),
    received_on: received,
    code: Array.from({ length: 12 }, () => CODE_SIGNS[random.below(CODE_SIGNS.length)]).join(''),
    state,
    addressee: OUT.includes(state) ? 'Sở Xây dựng tỉnh Đo Thử' : null,
    addressee_level: OUT.includes(state) ? 'province' : null,
    due_on: closed === null ? addDays(received, 60) : null,
    due_basis: closed === null ? 'Quy chế' : null,
    last_day: received,
    answered_on: answered,
    settled_on: state === 'settled' ? closed : null,
    confirmed_on: state === 'settled' && random.below(2) === 0 ? closed : null,
    closed_on: closed,
    programme_id: shared ? programmeId : null,
    shared_at: shared ? at : null,
    created_at: at,
  }
  const step = { petition_id: id, body_id, unit_id, day: received, created_by: handler, created_at: at, before: {} }
  const steps = OUT.includes(state) ? [{ id: newId(), ...step, kind: 'forward', addressee: row.addressee }] : []
  const content = { petition_id: id, body_id, unit_id, text, place_id: random.pick([commune.id, ...commune.villages]) }
  return { row, content, steps, terms: termsOf(`${text} ${text}`).map(term => ({ body_id, petition_id: id, term })) }
}
