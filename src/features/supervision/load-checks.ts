import { changeRow } from '../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { type Checked, checksFor, withAnswers } from './checks.ts'
import type { CheckResult } from './contract.ts'
import { provinceChecks } from './due.ts'
import { whyNotFromCheck } from './rules.ts'
import type { Supervision } from './store.ts'

type Of = Pick<Supervision, 'id' | 'form' | 'startsOn' | 'bodyId'>

/** The checklist of a supervision with what was found of its lines. */
export async function linesOf(db: ReadDb, { id, form, startsOn }: Of) {
  return withAnswers(checksFor(form, startsOn, await provinceChecks(db)), await checkedOf(db, id))
}
type Line = Awaited<ReturnType<typeof linesOf>>[number]

async function checkedOf(db: ReadDb, supervisionId: string): Promise<Checked[]> {
  const rows = await db
    .selectFrom('supervision_checked')
    .leftJoin('finding', join => join.onRef('finding.id', '=', 'finding_id').on('finding.removed_at', 'is', null))
    .select([
      'line',
      'supervision_checked.text',
      'basis',
      'result',
      'remark',
      'finding.id as finding',
      'supervision_checked.version',
    ])
    .where('supervision_checked.supervision_id', '=', supervisionId)
    .orderBy('supervision_checked.created_at')
    .orderBy('line')
    .execute()
  return rows.map(row => ({ ...row, result: row.result as CheckResult }))
}

type Noted = { line: string; version: number; result: CheckResult; remark: string }
type By = { created_by: string; created_at: Date }

/** Says of one line what was found: its words are kept as they stand. Refuses 'changed-meanwhile' where somebody was faster. */
export async function noteLine(tx: Tx, { id, bodyId }: Of, known: readonly Line[], noted: Noted, by: By): Promise<void> {
  const { line, version, result, remark } = noted
  const asked = known.find(one => one.line === line)
  if (!asked) throw new Refusal('not-found', { what: 'check' })
  if (version > 0) {
    await changeRow(tx, 'supervision_checked', { id: await idOf(tx, id, line), version }, { result, remark })
    return
  }
  const words = { line, text: asked.text, basis: asked.basis }
  const inserted = await tx
    .insertInto('supervision_checked')
    .values({ id: newId(), supervision_id: id, body_id: bodyId, ...words, result, remark, ...by })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('changed-meanwhile')
}

/** Says that a finding was written of a line that is not in order. */
export async function findOf(tx: Tx, supervision: Of, line: string, findingId: string): Promise<void> {
  const checked = (await checkedOf(tx, supervision.id)).find(one => one.line === line)
  refuseIf(whyNotFromCheck(checked))
  const seen = { id: await idOf(tx, supervision.id, line), version: checked!.version }
  await changeRow(tx, 'supervision_checked', seen, { finding_id: findingId })
}

async function idOf(tx: Tx, supervisionId: string, line: string): Promise<string> {
  const row = await tx
    .selectFrom('supervision_checked')
    .select('id')
    .where('supervision_id', '=', supervisionId)
    .where('line', '=', line)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'check' })
  return row.id
}
