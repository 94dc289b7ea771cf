import { changeRow } from '../../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Block } from '../../documents/index.ts'
import {
  type PostalFeature,
  partiesOf,
  recordAgreement,
  standingAgreements,
  withdrawAgreements,
  withdrawByPaper,
} from '../../programmes/index.ts'
import { targetText } from '../papers/words.ts'
import type { Indicator } from './contract.ts'
import { whyNotAgreeable } from './rules.ts'
import { agreementOnIndicator, getCommitment, getIndicator, holdIndicator, indicatorDigest, indicatorsOf } from './store.ts'
import { takeEffect } from './take-effect.ts'

/** A working indicator goes to a party by post while it is proposed. */
export const indicatorByPost: PostalFeature = {
  find: async (db, id) => {
    const found = await getIndicator(db, id)
    const sendable = (bodyId: string) => found.state === 'proposed' && bodyId !== found.byBody
    const whole = (bodyId: string) => (sendable(bodyId) ? indicatorDigest(found) : null)
    return { programmeId: found.programmeId, outgoing: async bodyId => ({ whole: whole(bodyId), lines: null }) }
  },
  annex: async (db, id) => ({ title: 'Chỉ tiêu làm việc', blocks: await indicatorBlocks(db, id) }),
  agree: async (context, { id, digest }, onPaper) => {
    const found = await holdIndicator(context.tx, id)
    refuseIf(whyNotAgreeable(found, onPaper.bodyId))
    if (indicatorDigest(found) !== digest) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, agreementOnIndicator(found), digest, onPaper)
    if (complete) await takeEffect(context, found)
    return { complete }
  },
  suspend: async ({ tx, now }, act) => {
    const fell = await withdrawByPaper(tx, act.id, now)
    const found = await getIndicator(tx, act.subjectId)
    if (!fell || found.state !== 'agreed') return
    const ofDuty = (await indicatorsOf(tx, found.programmeId)).filter(one => one.commitmentId === found.commitmentId)
    const next = ofDuty.some(one => one.byBody === found.byBody && (one.state === 'own' || one.state === 'proposed'))
    // Its side has gone on to another proposal meanwhile, and has one at a time.
    await changeRow(
      tx,
      'working_indicator',
      found,
      next ? { state: 'withdrawn', agreed_at: null, closed_at: now } : { state: 'proposed', agreed_at: null },
    )
    if (next) await withdrawAgreements(tx, agreementOnIndicator(found), now)
    await standAgain(tx, ofDuty)
  },
}

/** The duty in the words of the text, and how it is to be measured. */
async function indicatorBlocks(db: ReadDb, id: string): Promise<Block[]> {
  const { commitmentId, target, evidence, reason } = await getIndicator(db, id)
  const { clausePath, text } = await getCommitment(db, commitmentId)
  const said = [
    ['Mục của chương trình', `${citeClause(clausePath)}: ${text}`],
    ['Chỉ tiêu đề xuất', targetText({ target })],
    ['Minh chứng', evidence ?? ''],
    ['Lý do', reason],
  ]
  return said
    .filter(([, words]) => words)
    .map(([label, words]) => ({ kind: 'paragraph', runs: [{ text: `${label}: `, bold: true }, { text: words! }] }))
}

/** The last that every party still stands to measures the duty again. */
async function standAgain(tx: Tx, ofDuty: readonly Indicator[]): Promise<void> {
  const before = ofDuty.filter(one => one.state === 'replaced').toSorted((a, b) => b.agreedAt!.getTime() - a.agreedAt!.getTime())
  for (const one of before) {
    const standing = await standingAgreements(tx, agreementOnIndicator(one))
    const parties = await partiesOf(tx, one.programmeId)
    if (!parties.every(party => standing.some(agreement => agreement.bodyId === party.bodyId))) continue
    await changeRow(tx, 'working_indicator', one, { state: 'agreed', closed_at: null })
    return
  }
}
