// Types, lint, format: all three run even where one fails. Run: npm run check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const run = join(import.meta.dirname, '../bin/run.mjs')
const steps: [string, string[]][] = [
  ['types', ['tsc', '-p', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings', 'src', 'test', 'scripts', 'bench']],
  ['format', ['biome', 'check', '.']],
]
const failed = steps.filter(([name, args]) => {
  const { status } = spawnSync(process.execPath, [run, ...args], { stdio: 'inherit' })
  console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'}`)
  return status !== 0
})
process.exit(failed.length ? 1 : 0)
