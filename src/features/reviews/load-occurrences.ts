import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import { type IsoDate, printDate } from '../../kernel/dates.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { directivesOf } from '../directives/index.ts'
import { numberAndSymbol, type PaperProfile } from '../documents/index.ts'
import { type UnmetDuty, unmetDuties } from '../exchange/index.ts'
import { conclusionsDrawn } from '../groups/index.ts'
import { partiesOf } from '../programmes/index.ts'
import { LEADERSHIP_KINDS } from './compiling/phrases.ts'
import { type IssuedPaper, leadingOf } from './leading.ts'
import type { Occurrence } from './occurrences.ts'

/** What is counted one by one in a stretch of time, the same for every party. */
export async function loadOccurrences(db: ReadDb, programmeId: string, { from, to }: Bounds): Promise<Occurrence[]> {
  const [papers, directives] = [await issuedPapers(db, programmeId), await directivesOf(db, programmeId)]
  const conclusions = await conclusionsDrawn(db, programmeId)
  const cited = papers.length + directives.length > 0 ? await citedByWork(db, programmeId) : []
  const led = leadingOf({ papers, directives, conclusions, cited })
  const unmet = await unmetIn(db, programmeId, { from, to })
  return [...led.filter(one => from <= one.day && one.day <= to), ...unmet]
}

/** Duties to inform that fell due in a stretch of time and were not met, or late. */
async function unmetIn(db: ReadDb, programmeId: string, bounds: Bounds): Promise<Occurrence[]> {
  const unmet = await unmetDuties(db, programmeId, bounds)
  if (unmet.length === 0) return []
  const names = new Map((await partiesOf(db, programmeId)).map(one => [one.bodyId, one.shortName]))
  return unmet.map(duty => ({
    of: 'informing',
    part: `${duty.standing}.${duty.from}`,
    id: duty.key,
    kind: 'duty',
    title: titleOf(duty, names.get(duty.to) ?? ''),
    day: duty.dueOn,
    bodyId: duty.from,
    address: `/trao-doi?chuong-trinh=${programmeId}&nam=${duty.periodKey.slice(0, 4)}`,
  }))
}

const titleOf = ({ label, clausePath, sentOn }: UnmetDuty, to: string): string =>
  `${label}, gửi ${to} (${citeClause(clausePath)})${sentOn ? `: gửi ngày ${printDate(sentOn)}` : ''}`

type PaperRow = {
  id: string
  body_id: string
  source_kind: string
  source_id: string
  type_name: string
  profile: PaperProfile
  symbol: string
  number: number
  letter: string
  dated: IsoDate
}

/** The table belongs to a higher room; of it only what the function tells every party is read. */
async function issuedPapers(db: ReadDb, programmeId: string): Promise<IssuedPaper[]> {
  const { rows } = await sql<PaperRow>`SELECT * FROM issued_papers(${programmeId}::uuid)`.execute(db)
  return rows.map(row => ({
    id: row.id,
    bodyId: row.body_id,
    typeName: row.type_name,
    cited: numberAndSymbol(row.profile, `${row.number}${row.letter}`, row.symbol),
    dated: row.dated,
    made: { kind: row.source_kind, id: row.source_id },
  }))
}

/** Numbers of papers in the fields of work that is done by papers. */
async function citedByWork(db: ReadDb, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`SELECT DISTINCT jsonb_path_query(details, '$.*.number') #>> '{}' AS number
    FROM activity WHERE programme_id = ${programmeId}::uuid AND removed_at IS NULL AND kind = ANY (${LEADERSHIP_KINDS})`.execute(
    db,
  )
  return rows.map(row => row.number)
}

/** What papers are about, of those that the asker may read. */
export async function subjectsWithin(db: ReadDb, occurrences: readonly Occurrence[]): Promise<ReadonlyMap<string, string>> {
  const ids = occurrences.flatMap(one => (one.kind === 'paper' ? [one.id] : []))
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('paper').select(['id', 'subject']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row.subject]))
}
