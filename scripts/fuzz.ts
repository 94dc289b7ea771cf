// Hands mutated files to the import and to the verifier: each must be read, judged or refused with a known reason, in time.
// The same seed makes the same files. Run: npm run fuzz [-- HOW MANY]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/app/config.ts'
import { createPool } from '../src/engine/workers/pool.ts'
import type { FuzzAnswer, FuzzTask } from './fuzz-worker.ts'

const BATCH = 50
const LIMITS = { size: 2, memoryMb: 1024, timeoutMs: 120_000, tasksPerWorker: 20 }
/** The import reads pictures of pages too slowly to do it thousands of times. */
const LARGEST = 400_000

const count = Number(process.argv[2] ?? 10_000)
if (!Number.isSafeInteger(count) || count < 1) throw new Error('npm run fuzz [-- HOW MANY]')

const folders = ['samples', 'src/formats/pades/fixtures', '../shared/data/signed-pdf', '../shared/data/files']
const files = folders.flatMap(folder => listOf(join(root, folder))).filter(file => readFileSync(file).length <= LARGEST)
console.log(`${count} files made of ${files.length}`)

const pool = createPool(new URL('./fuzz-worker.ts', import.meta.url), LIMITS)
const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, i): FuzzTask => {
  return { files, first: i * BATCH, last: Math.min(count, (i + 1) * BATCH) }
})
const outcomes = new Map<string, number>()
const problems: string[] = []
await Promise.all(batches.map(runBatch))
void pool.close()
for (const [outcome, times] of [...outcomes].toSorted(([, a], [, b]) => b - a))
  console.log(`${String(times).padStart(6)}  ${outcome}`)
for (const problem of problems) console.error(problem)
console.log(problems.length ? `${problems.length} problems` : 'no crash, no hang')
process.exitCode = problems.length ? 1 : 0

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => /\.(pdf|docx|txt)$/.test(name))
      .map(name => join(folder, name))
  } catch {
    console.log(`${folder} is absent: its files are left out`)
    return []
  }
}

async function runBatch(task: FuzzTask): Promise<void> {
  try {
    const answer = await pool.run<FuzzAnswer>(task)
    for (const outcome of answer.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    problems.push(...answer.problems)
  } catch (error) {
    problems.push(`files ${task.first} to ${task.last}: ${(error as Error).message}`)
  }
}
