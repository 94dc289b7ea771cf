import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { clausesWithDuty, everyClauseOn, fromItsSeat, getProgramme, type Party, partiesOf, seatAt } from '../programmes/index.ts'
import { type ClauseRecord, recordByClause } from '../reviews/index.ts'
import type { Choice, Decision } from './contract.ts'
import { overlapsOf } from './overlap.ts'
import { type Proposal, proposalOf } from './proposal.ts'
import { agreedOf, type Settled } from './rules.ts'
import { finalReviewOf } from './store.ts'

/** From here on two clauses say the same rather than something alike. */
const SAME = 0.4

/** A clause with what it came to, what is proposed and what each side wants. A heading is not decided on. */
export type NextLine = {
  programmeId: string
  /** Of the own seats the one that decides on it. */
  seat: string | null
  path: string
  parent: string | null
  label: string
  heading: boolean
  text: string
  duty: boolean
  record: ClauseRecord
  proposal: Proposal
  decisions: (Decision & { id: string; version: number })[]
  /** Ids and versions of what was taken back, to decide anew. */
  withdrawn: { id: string; bodyId: string; version: number }[]
  agreed: Settled | null
}
export type EndingProgramme = {
  id: string
  title: string
  kind: string
  number: string | null
  date: IsoDate | null
  place: string | null
  period: { from: number; to: number }
  parties: Party[]
  recipients: string[]
  /** The final report, with which it is closed. */
  final: Awaited<ReturnType<typeof finalReviewOf>>
  lines: NextLine[]
}

/** Ending programmes with every clause of theirs, in the order asked; refuses 'not-found' where one is not of the own side. */
export async function loadEnding(db: ReadDb, ids: readonly string[], today: IsoDate): Promise<EndingProgramme[]> {
  const loaded: Read[] = []
  for (const id of new Set(ids)) loaded.push(await readOne(db, id, today))
  const same = sayingTheSame(loaded)
  return loaded.map(({ programme, seat, final, parties, clauses, duties, record, decided }) => {
    const period = { from: programme.period_from, to: programme.period_to }
    const recipients = (programme.details as { recipients?: string[] } | null)?.recipients ?? []
    const lines = clauses.map(({ path, parent, label, heading, text }): NextLine => {
      const own = decided.get(path) ?? []
      const decisions = own.flatMap(({ choice, ...rest }) => (choice ? [{ ...rest, choice }] : []))
      const duty = duties.has(path)
      const found = record(path)
      return {
        programmeId: programme.id,
        seat,
        path,
        parent,
        label,
        heading,
        text,
        duty,
        record: found,
        proposal: proposalOf({ text, duty, record: found, same: same.get(`${programme.id} ${path}`) ?? null, period }),
        decisions,
        withdrawn: own.flatMap(({ id, bodyId, version, choice }) => (choice ? [] : [{ id, bodyId, version }])),
        agreed: heading ? null : agreedOf(decisions, parties),
      }
    })
    const { id, title, kind, number, date, place } = programme
    return { id, title, kind, number, date, place, period, parties, recipients, final, lines }
  })
}

type Read = Awaited<ReturnType<typeof readOne>>

/** Read from whichever seat is a party of it: programmes of merged provinces have parties of their own. */
const readOne = (db: ReadDb, id: string, today: IsoDate) => fromItsSeat(db, id, () => readInSeat(db, id, today))

async function readInSeat(db: ReadDb, id: string, today: IsoDate) {
  const programme = await getProgramme(db, id)
  return {
    programme,
    seat: await seatAt(db, id),
    final: await finalReviewOf(db, id),
    parties: await partiesOf(db, id),
    clauses: (await everyClauseOn(db, id, today)).filter(clause => clause.text.trim() !== ''),
    duties: await clausesWithDuty(db, id, today),
    record: await recordByClause(db, id, today),
    decided: Map.groupBy(await decisionsOf(db, id), one => one.path),
  }
}

export async function decisionsOf(db: ReadDb, programmeId: string) {
  const rows = await db
    .selectFrom('renewal_decision')
    .select(['id', 'clause_path', 'body_id', 'choice', 'new_text', 'reason', 'version'])
    .where('programme_id', '=', programmeId)
    .execute()
  return rows.map(row => ({
    id: row.id,
    path: row.clause_path,
    bodyId: row.body_id,
    choice: row.choice as Choice | null,
    text: row.new_text,
    reason: row.reason,
    version: row.version,
  }))
}

/** Of each clause that says what an earlier one says: that one, with its programme where it is another. */
function sayingTheSame(programmes: readonly Read[]): Map<string, { path: string; number: string | null }> {
  const clauses = programmes.flatMap(({ programme, clauses: all, duties }) =>
    all.filter(({ path }) => duties.has(path)).map(({ path, text }) => ({ programme, path, text })),
  )
  const pairs = overlapsOf(clauses.map(({ text }, at) => ({ id: String(at), text }))).filter(one => one.likeness >= SAME)
  return new Map(
    pairs.map(({ a, b }) => {
      const [first, later] = [Number(a), Number(b)].toSorted((x, y) => x - y).map(at => clauses[at]!) as [Held, Held]
      const elsewhere = first.programme.id !== later.programme.id
      return [`${later.programme.id} ${later.path}`, { path: first.path, number: elsewhere ? nameOf(first) : null }]
    }),
  )
}
type Held = { programme: Read['programme']; path: string; text: string }
const nameOf = ({ programme }: Held): string => programme.number ?? programme.title
