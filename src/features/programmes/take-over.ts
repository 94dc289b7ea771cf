import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { partyToday } from '../agencies/index.ts'
import { roman } from '../documents/index.ts'
import { contentColumns } from './amendments/content.ts'
import type { AmendedDuty, Change, ChangeInput } from './amendments/contract.ts'
import { settleChanges } from './amendments/settle.ts'
import { getAmendment, holdText, insertAmendment, textOn } from './amendments/store.ts'
import { takeEffect } from './amendments/take-effect.ts'
import { inForceBetween } from './commitments-in-force.ts'
import { matchParties } from './party-names.ts'
import { namedParties } from './programme-store.ts'

export type TakenOver = {
  id: string
  /** The programme that goes on in the other, as it is cited, and what of it is taken over. */
  from: { programmeId: string; cited: string; clauses: readonly { path: string; text: string }[] }
  into: string
  effectiveOn: IsoDate
  reason: string
  paper: { number: string; date: IsoDate; fileId: string }
  byBody: string
  now: Date
}

/**
 * Clauses of one programme go on in another: as a signed amendment of it under one heading, each with the duties that it had.
 * Returns the path of each in the order given.
 */
export async function takeOverClauses(
  tx: Tx,
  { id, from, into, effectiveOn, reason, paper, byBody, now }: TakenOver,
): Promise<string[]> {
  await holdText(tx, into)
  const changes = await changesFor(tx, { from, into, effectiveOn })
  const columns = await contentColumns(tx, into, { effectiveOn, reason, changes })
  await insertAmendment(tx, {
    id,
    programme_id: into,
    by_body: byBody,
    state: 'signed',
    ...columns,
    number: paper.number,
    signed_on: paper.date,
    signed_file: paper.fileId,
    created_at: now,
    shared_at: now,
    agreed_at: now,
    recorded_at: now,
  })
  const amendment = await getAmendment(tx, id)
  await takeEffect(tx, amendment)
  return amendment.changes.slice(1).map(change => change.path)
}

type Going = Pick<TakenOver, 'from' | 'into' | 'effectiveOn'>

/** One heading behind the last part, under it what comes over, numbered through. */
async function changesFor(tx: Tx, { from, into, effectiveOn }: Going): Promise<ChangeInput[]> {
  const { clauses } = await textOn(tx, into, effectiveOn)
  const tops = clauses.filter(clause => clause.parent === null)
  const text = `Nội dung tiếp nhận từ ${from.cited}`
  const after = tops.at(-1)?.path ?? null
  const heading: ChangeInput = { kind: 'add', parent: null, after, label: labelBehind(tops), text, duties: [] }
  const [{ path: parent }] = settleChanges([heading], clauses) as [Change]
  const duties = await dutiesFor(tx, { from, into, effectiveOn })
  const under = from.clauses.map(
    ({ path, text: words }, at): ChangeInput => ({
      kind: 'add',
      parent,
      after: null,
      label: `${at + 1}.`,
      text: words,
      duties: duties.get(path) ?? [],
    }),
  )
  return [heading, ...under]
}

/** "IV." behind "III.", "Điều 8." behind "Điều 7.". */
function labelBehind(tops: readonly { label: string }[]): string {
  const last = tops.at(-1)?.label ?? ''
  if (/^[IVXLC]+\W*$/u.test(last)) return last.replace(/[IVXLC]+/u, roman(tops.length + 1))
  return /\d/u.test(last) ? last.replace(/\d+/u, number => String(Number(number) + 1)) : 'Phần tiếp nhận'
}

/** The duties of each clause on the day, given to the parties of the other programme that sit in the seats of those named. */
async function dutiesFor(tx: Tx, { from, into, effectiveOn }: Going): Promise<Map<string, AmendedDuty[]>> {
  const named = await naming(tx, from.programmeId, into)
  const rows = await tx
    .selectFrom('commitment')
    .selectAll()
    .where('programme_id', '=', from.programmeId)
    .where(inForceBetween(effectiveOn, effectiveOn))
    .orderBy('position')
    .execute()
  const duties = rows.map((row): [string, AmendedDuty] => [
    row.clause_path,
    {
      text: row.text,
      lead: named(row.lead, row.lead_bodies),
      support: named(row.support, row.support_bodies),
      others: row.others,
      advises: row.advises,
      schedules: row.schedules as unknown as AmendedDuty['schedules'],
      targets: row.targets as unknown as AmendedDuty['targets'],
      topics: row.topics as AmendedDuty['topics'],
      deadline: row.deadline,
      product: row.product,
    },
  ])
  return new Map([...Map.groupBy(duties, ([path]) => path)].map(([path, own]) => [path, own.map(([, duty]) => duty)]))
}

type Naming = (printed: readonly string[], bodies: readonly string[]) => string[]

/** What parties of one programme are called in the other, where the same body sits in both seats today; names of others stay. */
async function naming(tx: Tx, from: string, into: string): Promise<Naming> {
  const [theirs, ours] = [await namedParties(tx, from), await namedParties(tx, into)]
  const holders = await holdersOf(tx, [from, into])
  const called = (bodyId: string): string[] => {
    const met = ours.find(one => holders.get(one.bodyId) === holders.get(bodyId)) ?? theirs.find(one => one.bodyId === bodyId)
    return met ? [met.printed] : []
  }
  return (printed, bodies) => [...bodies.flatMap(called), ...printed.filter(name => matchParties([name], theirs).length === 0)]
}

/** Who sits today in the seat of each party of programmes. */
export async function holdersOf(db: ReadDb, programmeIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('programme_party')
    .select(['body_id', partyToday(sql.ref('body_id'), sql.ref('programme_id')).as('holder')])
    .where('programme_id', 'in', [...programmeIds])
    .execute()
  return new Map(rows.map(row => [row.body_id, row.holder]))
}
