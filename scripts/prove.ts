// Proves the rights by random worlds: the property of the access test, 10,000 times or as often as the minutes allow.
// Run: npm run prove -- [--runs 10000] [--minutes 60] [--seed 20261118]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '20261118' },
  },
})
const numbers = { RUNS: values.runs, MINUTES: values.minutes, SEED: values.seed }
const wrong = Object.entries(numbers).filter(([, value]) => !(Number(value) > 0))
if (wrong.length > 0) throw new Error(`${wrong.map(([name]) => name.toLowerCase()).join(', ')}: a number above zero is needed`)

const settings = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`PHOIHOP_PROVE_${name}`, value]))
const run = join(import.meta.dirname, '../bin/run.mjs')
const test = ['vitest', 'run', '--project', 'site', 'test/site/access-property.site.test.ts']
const { status } = spawnSync(process.execPath, [run, ...test], { stdio: 'inherit', env: { ...process.env, ...settings } })
process.exit(status ?? 1)
