import { serve } from '../../../engine/workers/serve.ts'
import { judgePdf } from '../../../formats/pades/judge.ts'
import type { TrustList } from '../../../formats/pades/trust.ts'
import type { Judgement } from '../../../formats/pades/verdict.ts'

export type VerifyTask = { bytes: Uint8Array; list: TrustList }

serve({ answer: ({ bytes, list }: VerifyTask): Judgement => judgePdf(bytes, list) })
