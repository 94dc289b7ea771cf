import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { seeded } from '../bench/random.ts'
import { serve } from '../src/engine/workers/serve.ts'
import { judgePdf } from '../src/formats/pades/judge.ts'
import { NO_LIST } from '../src/formats/pades/trust.ts'
import { readFile } from '../src/formats/read-file.ts'
import { Unreadable } from '../src/formats/source.ts'
import { mutate } from './mutate.ts'

/** The files of these seeds, one each. */
export type FuzzTask = { files: string[]; first: number; last: number }
export type FuzzAnswer = { outcomes: string[]; problems: string[] }

/** No mutated file may take longer, on a busy machine too. */
const LONGEST_MS = 20_000

serve({
  answer: async ({ files, first, last }: FuzzTask): Promise<FuzzAnswer> => {
    const answer: FuzzAnswer = { outcomes: [], problems: [] }
    for (let seed = first; seed < last; seed++) await tryOne(files, seed, answer)
    return answer
  },
})

async function tryOne(files: string[], seed: number, { outcomes, problems }: FuzzAnswer): Promise<void> {
  const random = seeded(seed)
  const file = random.pick(files)
  const bytes = mutate(readFileSync(file), readFileSync(random.pick(files)), random)
  const began = performance.now()
  try {
    outcomes.push(await outcomeOf(file, bytes, seed))
  } catch (error) {
    problems.push(`seed ${seed}, ${basename(file)}: ${(error as Error).stack ?? String(error)}`)
  }
  const took = performance.now() - began
  if (took > LONGEST_MS) problems.push(`seed ${seed}, ${basename(file)}: ${Math.round(took)} ms`)
}

/** PDFs are verified, every tenth of them is imported too; all others are imported. */
async function outcomeOf(file: string, bytes: Uint8Array, seed: number): Promise<string> {
  const pdf = file.endsWith('.pdf')
  const verified = pdf ? await told(() => `verify: ${judgePdf(bytes, NO_LIST).integrity}`) : null
  if (verified && seed % 10) return verified
  return told(async () => {
    await readFile({ name: basename(file), bytes })
    return 'import: read'
  })
}

async function told(work: () => string | Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) return `refused: ${error.code}`
    throw error
  }
}
