import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { type PostalFeature, recordAgreement, withdrawByPaper } from '../programmes/index.ts'
import { changeMeetingRow, getMeeting, holdMeeting, subjectOf } from './meetings.ts'
import { minutesBlocks } from './minutes-blocks.ts'
import { whyNotAgreeable } from './rules.ts'

/** Minutes go to a party by post while they are before the parties. */
export const meetingByPost: PostalFeature = {
  find: async (db, id) => {
    const { programmeId, byBody, state, digest } = await getMeeting(db, id)
    const sendable = (bodyId: string) => state === 'proposed' && bodyId !== byBody
    return { programmeId, outgoing: async bodyId => ({ whole: sendable(bodyId) ? digest : null, lines: null }) }
  },
  annex: minutesBlocks,
  agree: async (context, { id, digest }, onPaper) => {
    const { tx, now } = context
    const found = await holdMeeting(tx, id)
    refuseIf(whyNotAgreeable(found, onPaper.bodyId))
    if (found.digest !== digest) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, subjectOf(found), digest, onPaper)
    if (complete) await changeMeetingRow(tx, found, { state: 'agreed', agreed_at: now })
    return { complete }
  },
  suspend: async ({ tx, now }, act) => {
    const fell = await withdrawByPaper(tx, act.id, now)
    const found = await getMeeting(tx, act.subjectId)
    if (fell && found.state === 'agreed') await changeMeetingRow(tx, found, { state: 'proposed', agreed_at: null })
  },
}
