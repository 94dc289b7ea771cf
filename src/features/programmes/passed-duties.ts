import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { partyToday } from '../agencies/index.ts'
import { inForceBetween } from './commitments-in-force.ts'
import { matchParties } from './party-names.ts'
import { namedParties } from './programme-store.ts'

/** Who does from a day on what the signed text gives to a name; `heirId` is the body that sits today in the seat of the heir; null where the holders are many. */
export type PassedDuty = { name: string; holder: string; heirId: string | null; from: IsoDate; reorganisationId: string }

/** Those that hold on a day, a name once: what passed on twice is held by the last. */
export async function passedDuties(db: ReadDb, programmeId: string, day: IsoDate): Promise<PassedDuty[]> {
  const rows = await db
    .selectFrom('duty_passing')
    .leftJoin('body', join => join.on('body.id', '=', partyToday(sql.ref('duty_passing.heir_id'), sql.ref('programme_id'))))
    .select(['duty_passing.name', 'body.id as heir_id', 'heir_words', 'effective_on', 'reorganisation_id', 'body.name as heir'])
    .where('programme_id', '=', programmeId)
    .where('applied', '=', true)
    .where('effective_on', '<=', day)
    .orderBy('effective_on')
    .execute()
  const latest = new Map(rows.map(row => [row.name, row]))
  return [...latest.values()].map(row => ({
    name: row.name,
    holder: row.heir ?? row.heir_words ?? '',
    heirId: row.heir_id,
    from: row.effective_on,
    reorganisationId: row.reorganisation_id,
  }))
}

/** A passing before its day: of a name in a programme, to a body or to many that are told in words. */
export type Passing = { programmeId: string; name: string } & (
  | { heirId: string; heirWords: null }
  | { heirId: null; heirWords: string }
)

export async function recordPassings(
  tx: Tx,
  { id, effectiveOn }: { id: string; effectiveOn: IsoDate },
  passings: readonly Passing[],
): Promise<void> {
  if (passings.length === 0) return
  const rows = passings.map(({ programmeId, name, heirId, heirWords }) => ({
    reorganisation_id: id,
    programme_id: programmeId,
    name,
    heir_id: heirId,
    heir_words: heirWords,
    effective_on: effectiveOn,
  }))
  await tx.insertInto('duty_passing').values(rows).execute()
}

type PassingRow = { programme_id: string; name: string; heir_id: string | null; heir_words: string | null }
const asPassing = ({ programme_id: programmeId, name, heir_id, heir_words }: PassingRow): Passing =>
  heir_id !== null
    ? { programmeId, name, heirId: heir_id, heirWords: null }
    : { programmeId, name, heirId: null, heirWords: heir_words ?? '' }

/** What reorganisations pass on, each as far as the own side is a party or the heir. */
export async function passingsOf(db: ReadDb, reorganisationIds: readonly string[]): Promise<Map<string, Passing[]>> {
  if (reorganisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('duty_passing')
    .selectAll()
    .where('reorganisation_id', 'in', reorganisationIds)
    .orderBy('name')
    .execute()
  return new Map([...Map.groupBy(rows, row => row.reorganisation_id)].map(([id, own]) => [id, own.map(asPassing)]))
}

/** From the day of the event on they hold; the text stays as it was signed. */
export const applyPassings = (tx: Tx, reorganisationId: string) =>
  tx.updateTable('duty_passing').set({ applied: true }).where('reorganisation_id', '=', reorganisationId).execute()

/** The names in the duties of a programme that mean no party of it, as printed, each once. */
export async function namesInDuties(db: ReadDb, programmeId: string, day: IsoDate): Promise<string[]> {
  const parties = await namedParties(db, programmeId)
  const rows = await db
    .selectFrom('commitment')
    .select(['lead', 'support', 'others'])
    .where('programme_id', '=', programmeId)
    .where(inForceBetween(day, day))
    .orderBy('position')
    .execute()
  const printed = new Set(rows.flatMap(row => [...row.lead, ...row.support, ...row.others]))
  return [...printed].filter(name => matchParties([name], parties).length === 0)
}
