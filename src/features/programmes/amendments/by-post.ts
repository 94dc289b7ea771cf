import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, withdrawByPaper } from '../agreements.ts'
import type { PostalFeature } from '../by-post/index.ts'
import { whyNotStand } from './content.ts'
import { whyNotAgreeable } from './rules.ts'
import { standingOf } from './standing.ts'
import { agreementOn, getAmendment, stepAmendment } from './store.ts'

/** An amendment goes to a party by post while it is proposed. What was signed stays signed, whatever becomes of the letter before it. */
export const amendmentByPost: PostalFeature = {
  find: async (db, id) => {
    const { programmeId, byBody, state, digest } = await getAmendment(db, id)
    const sendable = (bodyId: string) => state === 'shared' && bodyId !== byBody
    return { programmeId, outgoing: async bodyId => ({ whole: sendable(bodyId) ? digest : null, lines: null }) }
  },
  agree: async (context, { id, digest }, onPaper) => {
    const { tx, now } = context
    const found = await standingOf(tx, id)
    refuseIf(whyNotAgreeable(found, onPaper.bodyId))
    if (found.digest !== digest) throw new Refusal('post.content-moved')
    refuseIf(await whyNotStand(tx, found))
    const { complete } = await recordAgreement(context, agreementOn(found), digest, onPaper)
    const step = complete ? ({ state: 'agreed', agreed_at: now } as const) : {}
    await stepAmendment(tx, { amendmentId: id, version: found.version }, step)
    return { complete }
  },
  suspend: async ({ tx, now }, act) => {
    const fell = await withdrawByPaper(tx, act.id, now)
    const { id, state, version } = await getAmendment(tx, act.subjectId)
    if (fell && state === 'agreed') await stepAmendment(tx, { amendmentId: id, version }, { state: 'shared', agreed_at: null })
  },
}
