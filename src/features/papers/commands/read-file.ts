import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { readInput } from '../reading/contract.ts'
import { READ_JOB } from '../reading/job.ts'
import { CLERK } from '../rules.ts'

/** "Đọc chữ trong tệp": has the words of a paper that came in read, before it is entered in the register or after. */
export const readPaperFile = command({
  name: 'papers.read-file',
  permission: CLERK,
  input: readInput,
  run: async ({ tx, acting, now, enqueue }, { readingId, fileId }) => {
    const { bodyId, accountId } = personOf(acting)
    const file = await tx
      .selectFrom('file')
      .select('id')
      .where('id', '=', fileId)
      .where('owner_body', '=', bodyId)
      .where('removed_at', 'is', null)
      .where('personal', '=', false)
      // Papers alone are read, never evidence.
      .where(kind => kind.or([kind('subject_kind', 'is', null), kind('subject_kind', '=', 'incoming')]))
      .executeTakeFirst()
    if (!file) throw new Refusal('not-found', { what: 'file' })
    const made = await tx
      .insertInto('file_reading')
      .values({ id: readingId, body_id: bodyId, file_id: fileId, asked_by: accountId, asked_at: now })
      .onConflict(conflict => conflict.columns(['home', 'file_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('papers.read-already')
    await enqueue(READ_JOB, { readingId })
    return { result: { readingId }, audit: { kind: 'file', id: fileId, detail: { reading: readingId } } }
  },
})
