import { sql } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { personOf } from '../../kernel/permissions.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'

/** Ý kiến chỉ đạo on something laid before the head of the unit or a leader, by a day or without one, until somebody has carried it out. */
export type Instruction = {
  id: string
  bodyId: string
  programmeId: string
  clearanceId: string
  words: string
  dueOn: IsoDate | null
  givenBy: string
  givenAt: Date
  doneBy: string | null
  doneAt: Date | null
  version: number
}

const select = (db: ReadDb) =>
  db
    .selectFrom('instruction')
    .where('taken_back_at', 'is', null)
    .select(['id', 'body_id as bodyId', 'programme_id as programmeId', 'clearance_id as clearanceId', 'words', 'due_on as dueOn'])
    .select(['given_by as givenBy', 'given_at as givenAt', 'done_by as doneBy', 'done_at as doneAt', 'version'])

/** Refuses 'not-found', also where it was taken back. */
export async function getInstruction(db: ReadDb, id: string): Promise<Instruction> {
  const found = await select(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal('not-found', { what: 'instruction' })
  return found
}

/** The own side's instructions that nobody has carried out yet, the first due first. */
export const openInstructions = (db: ReadDb, bodyId: string) =>
  select(db).where('body_id', '=', bodyId).where('done_at', 'is', null).orderBy('due_on').orderBy('given_at')

/** Those to be followed by themselves. What was said with what came back: not before that is laid again, its own line asks to mend it. */
export const instructionsToFollow = (db: ReadDb, bodyId: string) =>
  openInstructions(db, bodyId).where(
    sql<boolean>`NOT EXISTS (SELECT FROM clearance c WHERE c.id = instruction.clearance_id AND c.state = 'returned'
      AND c.decided_at = instruction.given_at AND NOT EXISTS (SELECT FROM clearance later WHERE later.subject_id = c.subject_id AND later.submitted_at > c.submitted_at))`,
  )

/** A leader who lets go what was to be mended first has overtaken what was said with it. */
export const overtakeInstructions = ({ tx, acting, now }: CommandContext, clearanceId: string) =>
  tx
    .updateTable('instruction')
    .set(row => ({ done_by: personOf(acting).accountId, done_at: now, version: row('version', '+', 1) }))
    .where('clearance_id', '=', clearanceId)
    .where('done_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .execute()

/** Of some submissions, in the order given. */
export const instructionsOn = (db: ReadDb, clearanceIds: readonly string[]): Promise<Instruction[]> =>
  select(db)
    .where('clearance_id', 'in', [...clearanceIds])
    .orderBy('given_at')
    .execute()

/** A day for what is to be done lies ahead. */
export const whyNotBy = (dueOn: IsoDate | null, today: IsoDate): WhyNot =>
  dueOn !== null && dueOn < today ? { code: 'clearance.day-gone' } : null

type Given = { id: string; words: string; dueOn: IsoDate | null }

export async function giveInstruction(
  { tx, acting, now }: CommandContext,
  { id: clearance_id, bodyId, programmeId }: { id: string; bodyId: string; programmeId: string },
  { id, words, dueOn }: Given,
): Promise<void> {
  const by = { given_by: personOf(acting).accountId, given_at: now }
  const about = { body_id: bodyId, programme_id: programmeId, clearance_id }
  await tx
    .insertInto('instruction')
    .values({ id, ...about, words, due_on: dueOn, ...by })
    .execute()
}
