import { z } from 'zod'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import type { Tx } from './db/database.ts'

/** Which sensitive record a reading opens: its kind and id as the log shows them. */
export type Subject = { kind: string; id: string }

/** Why somebody reads a sensitive record, 5 to 300 signs; stands in the input of every sensitive query as `purpose`. */
export const purposeText = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(5, 'field.purpose').max(300, 'field.too-long'))

/** Writes a reading down. The row commits together with the reading's answer or not at all; nobody changes it afterwards. */
export async function noteReading(tx: Tx, actor: Actor, at: Date, { kind, id }: Subject, purpose: string): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({
      id: newId(),
      at,
      account_id: actor.accountId,
      body_id: actor.bodyId,
      subject_kind: kind,
      subject_id: id,
      purpose,
    })
    .execute()
}
