import { z } from 'zod'
import { type CommandContext, command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement } from '../../programmes/index.ts'
import { digestText, uuid } from '../contract.ts'
import type { Indicator } from '../indicators/contract.ts'
import { whyNotAnswerIndicator } from '../indicators/rules.ts'
import { agreedIndicators, agreementOnIndicator, getIndicator, indicatorDigest, updateIndicator } from '../indicators/store.ts'
import { AGREE } from '../rules.ts'

/** A leader agrees, for the own side, to measure a duty so. When every party has, it takes the place of what was agreed before. */
export const agreeIndicator = command({
  name: 'plans.agree-indicator',
  permission: AGREE,
  input: z.strictObject({ indicatorId: uuid, version: z.int(), digest: digestText }),
  run: async (context, { indicatorId, version, digest }) => {
    const { tx, acting } = context
    const { programmeId } = await getIndicator(tx, indicatorId)
    // Two sides that agree at the same moment come one after the other here.
    await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forUpdate().execute()
    const indicator = await getIndicator(tx, indicatorId)
    // The registry of agreements itself says whether ours stands.
    refuseIf(whyNotAnswerIndicator(acting, { ...indicator, agreedByUs: false }))
    if (indicator.version !== version || indicatorDigest(indicator) !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOnIndicator(indicator), digest)
    if (complete) await takeEffect(context, indicator)
    const detail = { agreed: true, digest, complete, commitment: indicator.commitmentId }
    return { result: { indicatorId, complete }, audit: { kind: 'indicator', id: indicatorId, programme: programmeId, detail } }
  },
})

async function takeEffect({ tx, now }: CommandContext, indicator: Indicator): Promise<void> {
  const before = (await agreedIndicators(tx, indicator.programmeId)).get(indicator.commitmentId)
  if (before) await updateIndicator(tx, before, { state: 'replaced', closed_at: now })
  await updateIndicator(tx, indicator, { state: 'agreed', agreed_at: now })
}
