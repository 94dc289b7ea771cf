import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { digestText } from '../own-kinds/contract.ts'
import { AGREE, whyNotShareKind } from '../own-kinds/rules.ts'
import { agreementOnKind, getOwnKind, kindDigest } from '../own-kinds/store.ts'

/** A leader sends the own side's kind of work to the others, and thereby agrees to it. */
export const shareKind = command({
  name: 'activities.share-kind',
  permission: AGREE,
  input: z.strictObject({ kindId: uuid, version: z.int(), digest: digestText }),
  run: async (context, { kindId, version, digest }) => {
    const { tx, acting, now } = context
    const kind = await getOwnKind(tx, kindId)
    refuseIf(whyNotShareKind(acting, kind))
    if (kindDigest(kind) !== digest) throw new Refusal('changed-meanwhile')
    const updated = await changeRow(tx, 'own_kind', { id: kindId, version }, { state: 'proposed', shared_at: now })
    await recordAgreement(context, agreementOnKind(kind), digest)
    await settleClearance(context, 'own-kind', kindId)
    const audit = { kind: 'own-kind', id: kindId, programme: kind.programmeId, detail: { shared: true, digest } }
    return { result: { kindId, version: updated.version }, audit }
  },
})
