import { readFile } from 'node:fs/promises'
import { serve } from '../engine/workers/serve.ts'
import { judgePdf } from '../formats/pades/judge.ts'
import type { TrustList } from '../formats/pades/trust.ts'
import type { Judgement } from '../formats/pades/verdict.ts'

serve({
  answer: async ({ path, list }: { path: string; list: TrustList }): Promise<Judgement> =>
    judgePdf(new Uint8Array(await readFile(path)), list),
})
