import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePaper } from '../src/features/documents/compose.ts'
import type { Paper } from '../src/features/documents/contract.ts'
import { buildDocx } from '../src/features/documents/docx/build.ts'
import { randomPaper } from '../src/features/documents/fixtures/random-papers.ts'
import type { Sheet } from '../src/features/documents/sheet.ts'
import { typesetPaper } from '../src/features/documents/typst.ts'
import { readProgramme } from '../src/features/programmes/reading/read-programme.ts'
import { parseDocx } from '../src/formats/docx/parse.ts'
import { parsePdf } from '../src/formats/pdf/parse.ts'
import type { Source } from '../src/formats/source.ts'

// `npm run prove -- --papers` asks many more.
const RUNS = Number(process.env['PHOIHOP_PROVE_RUNS'] ?? 10)
const SEED = Number(process.env['PHOIHOP_PROVE_SEED'] ?? 20261127)
const MINUTES = Number(process.env['PHOIHOP_PROVE_MINUTES'] ?? 5)

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How deep a printed label stands: sections, clauses, points, dashes. */
const depthOf = (label: string): number =>
  [/^[IVX]+[.-]$/u, /^\d+\.$/u, /^\p{Ll}\)$/u, /^-$/u].findIndex(form => form.test(label))

/** Labels with the depth at which they stand, and their texts: what was meant. */
const clausesOf = ({ blocks }: Sheet): string[] =>
  blocks.flatMap(block => {
    if (!('label' in block) || !block.label) return []
    const text = block.kind === 'heading' ? block.text : block.runs.map(run => run.text).join('')
    return [`${block.label} ${flat(text)}`]
  })

/** Every clause under the nearest one above it of a lower depth. */
const parentsOf = (labels: string[]): (string | null)[] =>
  labels.map((label, at) => {
    const above = labels.slice(0, at).findLastIndex(other => depthOf(other) < depthOf(label))
    return above < 0 ? null : `${above} ${labels[above]}`
  })

const rowsOf = ({ annexes }: Sheet): string[][][] =>
  annexes.map(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'table' ? block.table.rows.map(row => row.cells.map(flat)) : [])),
  )

/** What the reader makes of a file: clauses of the paper itself, who stands under whom, and the rows of its annexes. */
function readAgain(source: Source) {
  const clauses = readProgramme(source).clauses.filter(clause => !clause.path.startsWith('Phụ lục'))
  const at = new Map(clauses.map((clause, nth) => [clause.path, nth]))
  return {
    clauses: clauses.map(clause => `${clause.label} ${flat(clause.text)}`),
    parents: clauses.map(({ path }) => {
      const above = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      return above === '' ? null : `${at.get(above)} ${clauses[at.get(above)!]!.label}`
    }),
    rows: source.tables.map(table => table.rows.slice(1).map(row => row.cells.map(cell => flat(cell.text)))),
  }
}

/** A long proof tells how far it came, so that one which is stopped still says a number. */
const TOLD_EVERY = 250
let asked = 0
const tell = () => ++asked % TOLD_EVERY === 0 && console.info(`${asked} papers, ${new Date().toISOString()}`)

async function comesBack(paper: Paper): Promise<void> {
  tell()
  const sheet = composePaper(paper)
  const labels = sheet.blocks.flatMap(block => ('label' in block && block.label ? [block.label] : []))
  const meant = { clauses: clausesOf(sheet), parents: parentsOf(labels), rows: rowsOf(sheet) }
  expect(readAgain(await parseDocx(await buildDocx(sheet, paper.profile)))).toEqual(meant)
  expect(readAgain(await parsePdf(typesetPaper(sheet, paper.profile, new Date(0))))).toEqual(meant)
}

describe('a paper that is rendered and read again', () => {
  it(
    'has the same clauses under the same labels and the same rows, from Word and from PDF',
    async () => {
      const property = fc.asyncProperty(randomPaper, comesBack)
      const limits = { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: MINUTES * 60_000 }
      const report = await fc.check(property, limits)
      if (report.failed) throw new Error(await fc.asyncDefaultReportMessage(report))
      if (RUNS > TOLD_EVERY) console.info(`${report.numRuns} papers of ${RUNS} came back as they were`)
    },
    (MINUTES + 1) * 60_000,
  )
})
