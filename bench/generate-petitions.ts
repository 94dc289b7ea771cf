import type { Engine } from '../src/engine/runner.ts'
import { CODE_SIGNS } from '../src/features/petitions/contract.ts'
import { writtenPetitions } from '../src/features/petitions/fixtures/matters.ts'
import { termsOf } from '../src/features/petitions/terms.ts'
import { addDays, type IsoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Random } from './random.ts'

export const PETITIONS = { count: 22_000, communes: 124, years: 5 }
const ROWS_AT_ONCE = 500
const STATES = ['received', 'forwarded', 'acknowledged', 'answered', 'settled', 'settled', 'settled', 'returned'] as const

type Wanted = { bodyId: string; handler: string; to: IsoDate }

/** Five years of a province's petitions, handled by one body: the 300 written ones again and again, in many communes and states. */
export async function insertPetitions(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const communes = await insertCommunes(engine)
  const written = writtenPetitions()
  for (let from = 0; from < PETITIONS.count; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, PETITIONS.count - from)
    const rows = Array.from({ length }, () => petitionRow(random, wanted, random.pick(communes), random.pick(written)))
    await engine.database.write('system', async tx => {
      await tx
        .insertInto('petition')
        .values(rows.map(one => one.row))
        .execute()
      await tx
        .insertInto('petition_content')
        .values(rows.map(one => one.content))
        .execute()
      await tx
        .insertInto('petition_term')
        .values(rows.flatMap(one => one.terms))
        .execute()
    })
  }
}

async function insertCommunes(engine: Engine): Promise<string[]> {
  const provinceId = newId()
  const communes = Array.from({ length: PETITIONS.communes }, (_, at) => ({
    id: newId(),
    kind: 'commune',
    name: `xã Số ${at + 1}`,
    parent_id: provinceId,
  }))
  await engine.database.write('system', async tx => {
    await tx.insertInto('place').values({ id: provinceId, kind: 'province', name: 'tỉnh Đo Thử' }).execute()
    await tx.insertInto('place').values(communes).execute()
  })
  return communes.map(one => one.id)
}

function petitionRow(
  random: Random,
  { bodyId, handler, to }: Wanted,
  communeId: string,
  written: { field: string; text: string },
) {
  const id = newId()
  const received = addDays(to, -random.below(365 * PETITIONS.years))
  const state = random.pick(STATES)
  const closed = state === 'settled' || state === 'returned' ? addDays(received, random.below(60)) : null
  const away = state === 'forwarded' || state === 'acknowledged'
  const row = {
    id,
    body_id: bodyId,
    handler,
    subject: written.text.slice(0, 200),
    field: written.field,
    commune_id: communeId,
    origin: random.pick(['voters', 'village', 'supervision', 'direct'] as const),
    voices: 1 + random.below(60),
    received_on: received,
    code: Array.from({ length: 12 }, () => CODE_SIGNS[random.below(CODE_SIGNS.length)]).join(''),
    state,
    addressee: away ? 'Sở Xây dựng tỉnh Đo Thử' : null,
    addressee_level: away ? 'province' : null,
    due_on: closed === null ? addDays(received, 60) : null,
    due_basis: closed === null ? 'Quy chế' : null,
    last_day: received,
    settled_on: state === 'settled' ? closed : null,
    confirmed_on: state === 'settled' && random.below(2) === 0 ? closed : null,
    closed_on: closed,
    created_at: new Date(`${received}T03:00:00Z`),
  }
  const content = { petition_id: id, body_id: bodyId, text: written.text, place_id: communeId }
  return {
    row,
    content,
    terms: termsOf(`${written.text} ${written.text}`).map(term => ({ body_id: bodyId, petition_id: id, term })),
  }
}
