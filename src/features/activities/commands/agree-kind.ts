import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { digestText } from '../own-kinds/contract.ts'
import { AGREE, whyNotAnswerKind } from '../own-kinds/rules.ts'
import { agreementOnKind, holdOwnKind, kindDigest, takeEffect } from '../own-kinds/store.ts'

/** A leader agrees, for the own side, to another side's kind of work. When every party has, it is on the list of the programme. */
export const agreeKind = command({
  name: 'activities.agree-kind',
  permission: AGREE,
  input: z.strictObject({ kindId: uuid, version: z.int(), digest: digestText }),
  run: async (context, { kindId, version, digest }) => {
    const { tx, acting } = context
    const kind = await holdOwnKind(tx, kindId)
    // The registry of agreements itself says whether ours stands.
    refuseIf(whyNotAnswerKind(acting, { ...kind, agreedByUs: false }))
    if (kind.version !== version || kindDigest(kind) !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOnKind(kind), digest)
    if (complete) await takeEffect(context, kind)
    await settleClearance(context, 'own-kind', kindId)
    const audit = { kind: 'own-kind', id: kindId, programme: kind.programmeId, detail: { agreed: true, digest, complete } }
    return { result: { kindId, complete }, audit }
  },
})
