import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { digestText, uuid } from '../contract.ts'
import { whyNotAnswerIndicator } from '../indicators/rules.ts'
import { agreementOnIndicator, holdIndicator, indicatorDigest } from '../indicators/store.ts'
import { takeEffect } from '../indicators/take-effect.ts'
import { AGREE } from '../rules.ts'

/** A leader agrees, for the own side, to measure a duty so. When every party has, it takes the place of what was agreed before. */
export const agreeIndicator = command({
  name: 'plans.agree-indicator',
  permission: AGREE,
  input: z.strictObject({ indicatorId: uuid, version: z.int(), digest: digestText }),
  run: async (context, { indicatorId, version, digest }) => {
    const { tx, acting } = context
    const indicator = await holdIndicator(tx, indicatorId)
    // The registry of agreements itself says whether ours stands.
    refuseIf(whyNotAnswerIndicator(acting, { ...indicator, agreedByUs: false }))
    if (indicator.version !== version || indicatorDigest(indicator) !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOnIndicator(indicator), digest)
    if (complete) await takeEffect(context, indicator)
    await settleClearance(context, 'indicator', indicatorId)
    const { programmeId: programme, commitmentId: commitment } = indicator
    const detail = { agreed: true, digest, complete, commitment }
    return { result: { indicatorId, complete }, audit: { kind: 'indicator', id: indicatorId, programme, detail } }
  },
})
