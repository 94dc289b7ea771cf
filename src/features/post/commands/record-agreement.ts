import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, RECORD, recordPaper } from '../../programmes/index.ts'
import { subjectFields } from '../contract.ts'
import { getPostable, POSTAL } from '../subjects.ts'

/** Writes down that a party by post agrees, by its paper, to exactly what was sent and still stands. */
export const recordAgreement = command({
  name: 'post.record-agreement',
  permission: RECORD,
  input: z.strictObject({ ...subjectFields, ...paperFields }),
  run: async (context, { kind, subjectId, ...fields }) => {
    const { agree } = POSTAL[kind]
    if (!agree) throw new Refusal('bad-input')
    const subject = await getPostable(context.tx, kind, subjectId)
    await recordPaper(context, subject, fields, { act: 'agree' })
    const { bodyId, digest, actId: paperActId } = fields
    const { complete } = await agree(context, { id: subjectId, digest }, { bodyId, paperActId })
    const detail = { ...paperAudit(fields), agreed: true, digest, complete }
    return { result: { actId: paperActId, complete }, audit: { kind, id: subjectId, programme: subject.programmeId, detail } }
  },
})
