import type { Tx } from '../../../engine/db/database.ts'
import { addDays } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { matchParties, type NamedParty } from '../party-names.ts'
import { namedParties } from '../programme-store.ts'
import { consolidate, under } from './consolidate.ts'
import type { AmendedDuty, Change } from './contract.ts'
import { type Amendment, originalOf, signedOf } from './store.ts'

/**
 * What a signed amendment leaves beside the original: the clauses it adds, in their places, and the commitments that end and begin.
 * All are dated, so that nothing has to happen on the day itself.
 */
export async function takeEffect(tx: Tx, amendment: Amendment): Promise<void> {
  const { id, programmeId, effectiveOn, changes } = amendment
  const original = await originalOf(tx, programmeId)
  const others = (await signedOf(tx, programmeId)).filter(one => one.id !== id)
  const before = consolidate(original, others, effectiveOn)
  const order = consolidate(original, [...others, { id, effectiveOn, changes }], effectiveOn).map(clause => clause.path)
  await placeClauses(tx, amendment, order)
  const ended = changes.flatMap(change =>
    change.kind === 'add' ? [] : [change.path, ...(change.kind === 'repeal' ? under(before, change.path) : [])],
  )
  await endCommitments(tx, amendment, ended)
  await beginCommitments(tx, amendment, order)
}

type Placed = { path: string; position: number }

/** Puts a row halfway between the last of `rows` (in order) that stands under a path of `ahead` and the next one. Returns its place. */
function putBehind(rows: Placed[], ahead: ReadonlySet<string>, path: string): number {
  const last = rows.findLastIndex(row => ahead.has(row.path))
  const [low, high] = [rows[last]?.position, rows[last + 1]?.position]
  const position = low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : (low + high) / 2
  rows.splice(last + 1, 0, { path, position })
  return position
}

async function placeClauses(tx: Tx, { id, programmeId, changes }: Amendment, order: readonly string[]): Promise<void> {
  const rows: Placed[] = await tx
    .selectFrom('clause')
    .select(['path', 'position'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  const added = changes.flatMap(change => {
    if (change.kind !== 'add') return []
    const { path, parent, label, text } = change
    const position = putBehind(rows, new Set(order.slice(0, order.indexOf(path))), path)
    const row = { programme_id: programmeId, path, parent_path: parent, position, label, heading: false, text }
    return [{ ...row, span_from: 0, span_to: text.length, amendment_id: id }]
  })
  if (added.length > 0) await tx.insertInto('clause').values(added).execute()
}

async function endCommitments(tx: Tx, { id, programmeId, effectiveOn }: Amendment, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return
  await tx
    .updateTable('commitment')
    .set({ valid_to: addDays(effectiveOn, -1), ended_by: id })
    .where('programme_id', '=', programmeId)
    .where('clause_path', 'in', [...paths])
    .where('ended_by', 'is', null)
    .execute()
}

async function beginCommitments(tx: Tx, amendment: Amendment, order: readonly string[]): Promise<void> {
  const { programmeId, changes } = amendment
  const parties = await namedParties(tx, programmeId)
  const rows: Placed[] = await tx
    .selectFrom('commitment')
    .select(['clause_path as path', 'position'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  const begun = changes.flatMap(change => {
    if (change.kind === 'repeal') return []
    const ahead = new Set(order.slice(0, order.indexOf(change.path) + 1))
    return change.duties.map(duty => ({
      ...commitmentRow(amendment, change, duty, parties),
      position: putBehind(rows, ahead, change.path),
    }))
  })
  if (begun.length > 0) await tx.insertInto('commitment').values(begun).execute()
}

function commitmentRow(
  { id, programmeId, effectiveOn }: Amendment,
  change: Exclude<Change, { kind: 'repeal' }>,
  duty: AmendedDuty,
  parties: readonly NamedParty[],
) {
  const leadBodies = matchParties(duty.lead, parties)
  const from = Math.max(0, change.text.indexOf(duty.text))
  return {
    id: newId(),
    programme_id: programmeId,
    clause_path: change.path,
    text: duty.text,
    span_from: from,
    span_to: Math.min(change.text.length, from + duty.text.length),
    lead: duty.lead,
    support: duty.support,
    lead_bodies: leadBodies,
    support_bodies: matchParties(duty.support, parties).filter(body => !leadBodies.includes(body)),
    others: duty.others,
    advises: duty.advises,
    schedules: JSON.stringify(duty.schedules),
    deadline: duty.deadline,
    product: duty.product,
    targets: JSON.stringify(duty.targets),
    topics: duty.topics,
    amendment_id: id,
    valid_from: effectiveOn,
  }
}
