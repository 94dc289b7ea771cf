import { citeClause } from '../../../kernel/cite-clause.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { paragraph } from '../../documents/index.ts'
import { type PostalFeature, recordAgreement, withdrawByPaper } from '../../programmes/index.ts'
import { whyNotAgreeableRequest } from './rules.ts'
import { agreementOnRequest, changeRequestRow, getRequest, holdRequest } from './store.ts'

/** A letter to others goes to a signer by post while it is before the signers. What has left stays, whatever becomes of the paper before it. */
export const requestByPost: PostalFeature = {
  find: async (db, id) => {
    const { programmeId, signedWith, digest, state } = await getRequest(db, id)
    const sendable = (bodyId: string) => state === 'proposed' && signedWith.includes(bodyId)
    return { programmeId, outgoing: async bodyId => ({ whole: sendable(bodyId) ? digest : null, lines: null }) }
  },
  annex: async (db, id) => {
    const { toName, content, clausePath } = await getRequest(db, id)
    const clause = clausePath ? [paragraph(`Thực hiện ${citeClause(clausePath)} của chương trình.`)] : []
    return { title: `Dự thảo đề nghị gửi ${toName}`, blocks: [...clause, ...content.split('\n').filter(Boolean).map(paragraph)] }
  },
  agree: async (context, { id, digest }, onPaper) => {
    const found = await holdRequest(context.tx, id)
    refuseIf(whyNotAgreeableRequest(found, onPaper.bodyId))
    if (found.digest !== digest) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, agreementOnRequest(found), digest, onPaper)
    if (complete) await changeRequestRow(context.tx, found, { state: 'agreed' })
    return { complete }
  },
  suspend: async ({ tx, now }, act) => {
    const fell = await withdrawByPaper(tx, act.id, now)
    const found = await getRequest(tx, act.subjectId)
    if (fell && found.state === 'agreed') await changeRequestRow(tx, found, { state: 'proposed' })
  },
}
