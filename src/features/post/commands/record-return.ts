import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { paperAudit, paperFields, paperReason, RECORD, recordPaper } from '../../programmes/index.ts'
import { getPostable } from '../subjects.ts'

/** Writes down that a party by post sends a plan or a report back, by its paper, with the reason. Its words stay its owner's to change. */
export const recordReturn = command({
  name: 'post.record-return',
  permission: RECORD,
  input: z.strictObject({ kind: z.enum(['plan', 'review']), subjectId: z.guid(), ...paperFields, reason: paperReason }),
  run: async (context, { kind, subjectId, reason, ...fields }) => {
    const subject = await getPostable(context.tx, kind, subjectId)
    await recordPaper(context, subject, fields, { act: 'return', reason })
    const detail = { ...paperAudit(fields), returned: true }
    return { result: { actId: fields.actId }, audit: { kind, id: subjectId, programme: subject.programmeId, detail } }
  },
})
