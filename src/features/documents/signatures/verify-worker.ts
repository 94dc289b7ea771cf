import { serve } from '../../../engine/workers/serve.ts'
import { certificatesToAsk, judgePdf } from '../../../formats/pades/judge.ts'
import type { TrustList } from '../../../formats/pades/trust.ts'
import type { Judgement } from '../../../formats/pades/verdict.ts'
import { lookUp } from './look-up.ts'

/** `local`: servers of this machine may be asked, for tests. */
export type VerifyTask = { bytes: Uint8Array; list: TrustList; local?: boolean }

async function verified({ bytes, list, local = false }: VerifyTask): Promise<Judgement> {
  const asks = certificatesToAsk(bytes, list)
  const asked = await lookUp(asks, { now: list.now, local })
  return judgePdf(bytes, { ...list, asked })
}

serve({ answer: (task: VerifyTask) => verified(task) })
