import { changeRow } from '../../../engine/db/change-row.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Block } from '../../documents/index.ts'
import { type PostalFeature, partiesOf, recordAgreement, standingAgreements, withdrawByPaper } from '../../programmes/index.ts'
import type { OwnField, OwnKind } from './contract.ts'
import { whyNotAgreeable } from './rules.ts'
import { agreementOnKind, getOwnKind, holdOwnKind, kindDigest, takeEffect, versionsOf } from './store.ts'

/** A kind of work of the programme's own goes to a party by post while it is proposed. */
export const ownKindByPost: PostalFeature = {
  find: async (db, id) => {
    const found = await getOwnKind(db, id)
    const sendable = (bodyId: string) => whyNotAgreeable(found, bodyId) === null
    const whole = (bodyId: string) => (sendable(bodyId) ? kindDigest(found) : null)
    return { programmeId: found.programmeId, outgoing: async bodyId => ({ whole: whole(bodyId), lines: null }) }
  },
  annex: async (db, id) => ({ title: 'Loại việc đề xuất', blocks: kindBlocks(await getOwnKind(db, id)) }),
  agree: async (context, { id, digest }, onPaper) => {
    const found = await holdOwnKind(context.tx, id)
    refuseIf(whyNotAgreeable(found, onPaper.bodyId))
    if (kindDigest(found) !== digest) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, agreementOnKind(found), digest, onPaper)
    if (complete) await takeEffect(context, found)
    return { complete }
  },
  // What was recorded under a version keeps it: a fallen one closes, and may be proposed anew.
  suspend: async ({ tx, now }, act) => {
    const fell = await withdrawByPaper(tx, act.id, now)
    const found = await holdOwnKind(tx, act.subjectId)
    if (!fell || found.state !== 'agreed') return
    await changeRow(tx, 'own_kind', found, { state: 'replaced', closed_at: now })
    await standAgain(tx, found)
  },
}

/** The last version that every party still stands to holds again. */
async function standAgain(tx: Tx, fallen: OwnKind): Promise<void> {
  const parties = await partiesOf(tx, fallen.programmeId)
  for (const one of (await versionsOf(tx, fallen.key)).toReversed()) {
    if (one.state !== 'replaced' || one.id === fallen.id) continue
    const standing = await standingAgreements(tx, agreementOnKind(one))
    if (!parties.every(party => standing.some(agreement => agreement.bodyId === party.bodyId))) continue
    await changeRow(tx, 'own_kind', one, { state: 'agreed', closed_at: null })
    return
  }
}

const asked = ({ label, unit, pair, choices, help }: OwnField): string =>
  [label, unit && `(${unit})`, pair?.join(', '), choices && Object.values(choices).join(', '), help].filter(Boolean).join(' - ')

/** The kind as it stands behind the letter. */
function kindBlocks({ name, explanation, closing, count, reach, fields, reason }: OwnKind): Block[] {
  const said = [
    ['Loại việc', closing ? `${name} (thôi dùng)` : name],
    ['Giải thích', explanation],
    ['Đếm theo', closing ? '' : [count, reach].filter(Boolean).join('; ')],
    ['Mục ghi riêng', closing ? '' : fields.map(asked).join('; ')],
    ['Lý do', reason],
  ]
  return said
    .filter(([, words]) => words)
    .map(([label, words]) => ({ kind: 'paragraph', runs: [{ text: `${label}: `, bold: true }, { text: words! }] }))
}
