import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { contentDigest, ownFile, paperDay, paperNumber, postalParty, RECORD, whyNotPost } from '../../programmes/index.ts'
import { STEPS, subjectFields } from '../contract.ts'
import { whyNotDated } from '../rules.ts'
import { getPostable } from '../subjects.ts'

/** Registers the letter with which exactly this content left for a party by post: its number, its date, its scan where there is one. */
export const recordSending = command({
  name: 'post.record-sending',
  permission: RECORD,
  input: z.strictObject({
    sendingId: z.guid(),
    ...subjectFields,
    bodyId: z.guid(),
    step: z.enum(STEPS),
    digest: contentDigest,
    number: paperNumber,
    date: paperDay,
    fileId: z.guid().nullable(),
  }),
  run: async ({ tx, acting, now, today }, { sendingId, kind, subjectId, bodyId, step, digest, number, date, fileId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const subject = await getPostable(tx, kind, subjectId)
    refuseIf(whyNotPost(acting, await postalParty(tx, subject.programmeId, bodyId)) ?? whyNotDated(date, today))
    if ((await subject.outgoing(bodyId))[step] !== digest) throw new Refusal('changed-meanwhile')
    if (fileId) await ownFile(tx, acting.bodyId, fileId)
    const about = { programme_id: subject.programmeId, from_body: acting.bodyId, to_body: bodyId, subject_kind: kind }
    const letter = { letter_number: number, letter_date: date, file_id: fileId }
    const recorded = { recorded_by: acting.accountId, recorded_at: now }
    await tx
      .insertInto('paper_sending')
      .values({ id: sendingId, ...about, subject_id: subjectId, step, digest, ...letter, ...recorded })
      .execute()
    const detail = { to: bodyId, step, digest, letter: { number, date } }
    return { result: { sendingId }, audit: { kind, id: subjectId, programme: subject.programmeId, detail } }
  },
})
