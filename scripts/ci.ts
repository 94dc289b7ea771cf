// Runs the README's test command on the system's PostgreSQL, then the features and the second wall again on the one shipped
// through npm, tries mutated files, and ends with the sum of both runs on one line. Run by .ci/run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
  success: boolean
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'phoihop-ci-'))

function runTests(name: string, postgres: string, args: string[]): Report {
  console.log(`\n== tests on ${name} ==`)
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync('npm', ['test', '--', ...reporters, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PHOIHOP_TEST_PG: postgres },
  })
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  return { ...report, success: report.success && status === 0 }
}

const LONGEST_MESSAGE = 1500

/** What failed once more near the end, where it is found without reading the whole output. */
function printFailures({ testResults }: Report): void {
  for (const { name, message, assertionResults } of testResults) {
    if (message) console.log(`\nFAILED ${name}\n${message.slice(0, LONGEST_MESSAGE)}`)
    for (const { fullName, failureMessages } of assertionResults.filter(({ status }) => status === 'failed'))
      console.log(`\nFAILED ${name}: ${fullName}\n${failureMessages.join('\n').slice(0, LONGEST_MESSAGE)}`)
  }
}

const MUTATED = 500

/** What does not depend on which PostgreSQL answers, or brings up both by itself. */
const ONCE = [
  'src/engine/{backup,postgres,workers}/**',
  'src/features/{papers/signing,programmes/scans/scans}*',
  'test/site/{bad-files,backup,import-file}*',
]
const ground = ['--project', 'site', ...ONCE.flatMap(files => ['--exclude', files])]
const runs = [runTests('system PostgreSQL', 'system', []), runTests('npm PostgreSQL', 'npm', ground)]
console.log('\n== mutated files ==')
const fuzz = spawnSync('npm', ['run', 'fuzz', '--', String(MUTATED)], { stdio: 'inherit' })
for (const report of runs) printFailures(report)
const sum = (count: (report: Report) => number) => runs.reduce((total, report) => total + count(report), 0)
const skipped = sum(report => report.numPendingTests)
const broken = runs.filter(report => !report.success && report.numFailedTests === 0).length + (fuzz.status === 0 ? 0 : 1)
console.log(
  `\n${sum(report => report.numPassedTests)} passed, ${sum(report => report.numFailedTests) + broken} failed${skipped ? `, ${skipped} skipped` : ''}`,
)
process.exit(fuzz.status === 0 && runs.every(report => report.success) ? 0 : 1)
