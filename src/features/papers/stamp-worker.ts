import { serve } from '../../engine/workers/serve.ts'
import { stampPdf } from '../../formats/pades/stamp.ts'

export type StampTask = { bytes: Uint8Array; address: string }

serve({ answer: ({ bytes, address }: StampTask): Promise<Uint8Array> => stampPdf(bytes, address) })
