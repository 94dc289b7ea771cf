// Runs the README's test command on the system's PostgreSQL, then the features and the second wall again on the one shipped
// through npm, tries mutated files, and ends with the sum of both runs on one line. Run by .ci/run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** vitest's account of one file; `message` tells why it could not be run at all. */
type FileResult = {
  name: string
  status: 'passed' | 'failed'
  message: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
}
type Run = { files: FileResult[]; ended: number | null }

const folder = mkdtempSync(join(tmpdir(), 'phoihop-ci-'))
const LONGEST_MESSAGE = 1500
const MUTATED = 500

/** What does not depend on which PostgreSQL answers, or brings up both by itself. */
const ONCE = [
  'src/engine/{backup,postgres,workers}/**',
  'src/features/{papers/signing,programmes/scans/scans}*',
  'test/site/{bad-files,backup,import-file,any-}*',
]
const ground = ['--project', 'site', ...ONCE.flatMap(files => ['--exclude', files])]
const runs = [runTests('system PostgreSQL', 'system', []), runTests('npm PostgreSQL', 'npm', ground)]
console.log('\n== mutated files ==')
const fuzz = spawnSync('npm', ['run', 'fuzz', '--', String(MUTATED)], { stdio: 'inherit' })

const files = runs.flatMap(run => run.files)
printFailures(files)
const count = (status: string) => files.flatMap(file => file.assertionResults).filter(result => result.status === status).length
const unreadable = files.filter(file => file.status === 'failed' && !hasFailedTest(file)).length
// vitest ends badly without a failed test where an error reached nobody.
const broken = runs.filter(run => run.ended !== 0 && !run.files.some(hasFailed)).length + (fuzz.status === 0 ? 0 : 1)
const failed = count('failed') + unreadable + broken
const skipped = count('pending') + count('skipped') + count('todo')
if (broken > 0) console.log(`\nFAILED without a test: see what ends with a status other than 0 above`)
console.log(`\n${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)

function runTests(name: string, postgres: string, args: string[]): Run {
  console.log(`\n== tests on ${name} ==`)
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync('npm', ['test', '--', ...reporters, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PHOIHOP_TEST_PG: postgres },
  })
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as { testResults: FileResult[] }
  return { files: testResults, ended: status }
}

function hasFailed({ status }: FileResult): boolean {
  return status === 'failed'
}

function hasFailedTest({ assertionResults }: FileResult): boolean {
  return assertionResults.some(({ status }) => status === 'failed')
}

/** What failed once more near the end, where it is found without reading the whole output. */
function printFailures(files: readonly FileResult[]): void {
  for (const { name, message, assertionResults } of files.filter(hasFailed)) {
    if (message) console.log(`\nFAILED ${name}\n${message.slice(0, LONGEST_MESSAGE)}`)
    for (const { fullName, failureMessages } of assertionResults.filter(({ status }) => status === 'failed'))
      console.log(`\nFAILED ${name}: ${fullName}\n${failureMessages.join('\n').slice(0, LONGEST_MESSAGE)}`)
  }
}
