import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, paperReason, RECORD, recordPaper } from '../../programmes/index.ts'
import { subjectFields } from '../contract.ts'
import { getPostable, POSTAL } from '../subjects.ts'

/** Writes down that a party by post sends back, by its paper, what it was to agree to, with the reason. Its words stay its owner's to change. */
export const recordReturn = command({
  name: 'post.record-return',
  permission: RECORD,
  input: z.strictObject({ ...subjectFields, ...paperFields, reason: paperReason }),
  run: async (context, { kind, subjectId, reason, ...fields }) => {
    if (!POSTAL[kind].agree) throw new Refusal('bad-input')
    const subject = await getPostable(context.tx, kind, subjectId)
    await recordPaper(context, subject, fields, { act: 'return', reason })
    const detail = { ...paperAudit(fields), returned: true }
    return { result: { actId: fields.actId }, audit: { kind, id: subjectId, programme: subject.programmeId, detail } }
  },
})
