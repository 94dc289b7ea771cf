// Proves the rights by random worlds: small ones of which a sample is asked, 10,000 times or as often as the minutes allow;
// with --thorough large ones of which everything is asked. With --papers instead: random papers rendered and read again; with
// --reorganisation: bodies and communes merged and split at random.
// Run: npm run prove -- [--runs 10000] [--minutes 60] [--seed 20261118] [--thorough | --papers | --reorganisation]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '20261118' },
    thorough: { type: 'boolean', default: false },
    papers: { type: 'boolean', default: false },
    reorganisation: { type: 'boolean', default: false },
  },
})
const numbers = { RUNS: values.runs, MINUTES: values.minutes, SEED: values.seed }
const wrong = Object.entries(numbers).filter(([, value]) => !(Number(value) > 0))
if (wrong.length > 0) throw new Error(`${wrong.map(([name]) => name.toLowerCase()).join(', ')}: a number above zero is needed`)

const settings = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`PHOIHOP_PROVE_${name}`, value]))
const run = join(import.meta.dirname, '../bin/run.mjs')
const proofs = values.papers
  ? ['rules', 'test/round-trip.test.ts']
  : values.reorganisation
    ? ['site', 'test/site/any-reorganisation.site.test.ts', 'test/site/any-mapping.site.test.ts']
    : ['site', `test/site/${values.thorough ? 'access-property' : 'access-glances'}.site.test.ts`]
const test = ['vitest', 'run', '--project', ...proofs]
const { status } = spawnSync(process.execPath, [run, ...test], { stdio: 'inherit', env: { ...process.env, ...settings } })
process.exit(status ?? 1)
