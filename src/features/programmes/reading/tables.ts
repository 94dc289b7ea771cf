import type { SourceCell } from '../../../formats/source.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import { splitBodies } from './bodies.ts'
import { romanValue } from './labels.ts'
import { healInPlace } from './lines.ts'
import type { Clause, Commitment } from './result.ts'
import { findSchedules, maskNames, readTimeCell } from './schedules.ts'
import { findTargets } from './targets.ts'
import type { TaskRow, TaskTable } from './task-tables.ts'
import { findTopics } from './topics.ts'

export type TableReading = { clauses: Clause[]; commitments: Commitment[]; repeated: string[] }

/** A task as printed over one row or several (a page break divides a row). */
type Task = { number: string; section: string; parts: TaskRow[] }
type Section = { label: string; name: string; cells: SourceCell[] }

/**
 * Tasks of a table as clauses and commitments: `<parent>/<number printed>`, with the section between only where numbers begin
 * anew in each section.
 */
export const readTable = (table: TaskTable, parent: string, original: string, taken: Set<string>): TableReading => {
  const { tasks, sections } = gather(table)
  const anew = sections.length > 0 && new Set(tasks.map(task => task.number)).size < tasks.length
  const reading: TableReading = { clauses: [], commitments: [], repeated: [] }
  const pathOf = (name: string): string => [parent, name].filter(Boolean).join('/')
  const add = (path: string, label: string, heading: boolean, cells: readonly SourceCell[]): Clause => {
    const free = freePath(path, taken)
    if (free !== path) reading.repeated.push(free)
    const clause = makeClause(free, label, heading, cells, original)
    reading.clauses.push(clause)
    return clause
  }
  let open = ''
  for (const task of tasks) {
    const section = sections.find(entry => entry.name === task.section)
    if (section && section.name !== open) add(pathOf(section.name), section.label, true, section.cells)
    open = task.section
    const above = anew ? pathOf(task.section) : parent
    const prefix = task.number.includes('.') ? task.number.slice(0, task.number.lastIndexOf('.')) : ''
    const base =
      prefix && taken.has([above, prefix].filter(Boolean).join('/')) ? [above, prefix].filter(Boolean).join('/') : above
    const cells = cellsOf(task, 'task')
    const printed = textOf(cellsOf(task, 'number'))
    const clause = add([base, task.number].filter(Boolean).join('/'), printed, !hasDuty(task), cells)
    if (hasDuty(task)) reading.commitments.push(makeCommitment(clause, task))
  }
  return reading
}

const hasDuty = (task: Task): boolean =>
  (['lead', 'support', 'deadline', 'product'] as const).some(role => cellsOf(task, role).length > 0)

const cellsOf = (task: Task, role: keyof TaskRow['cells']): SourceCell[] => task.parts.flatMap(part => part.cells[role] ?? [])
const textOf = (cells: readonly SourceCell[]): string => tidy(healInPlace(cells.map(cell => cell.text).join(' ')))

const NUMBER = /^(\d{1,3}[a-zđ]?(?:\.\d{1,3})*)[.)]?$/u
const SECTION = /^([IVXLC]+|[A-ZĐ])\s*(?:[.)-]\s*|$)/u

const gather = (table: TaskTable): { tasks: Task[]; sections: Section[] } => {
  const tasks: Task[] = []
  const sections: Section[] = []
  for (const row of table.rows) {
    const number = NUMBER.exec(textOf(row.cells.number ? [row.cells.number] : []))?.[1]
    const section = number ? null : findSection(row)
    if (section) sections.push(section)
    else if (number) tasks.push({ number, section: sections.at(-1)?.name ?? '', parts: [row] })
    else tasks.at(-1)?.parts.push(row)
  }
  return { tasks, sections }
}

/** A row that heads those below: a Roman number or capital in front, and at most a title beside it. */
const findSection = (row: TaskRow): Section | null => {
  const cells = row.filled.filter((cell, i) => row.filled.findIndex(other => textOf([other]) === textOf([cell])) === i)
  const [first, second] = cells
  if (!first || cells.length > 2) return null
  const text = textOf([first])
  const name = SECTION.exec(text)?.[1]
  if (!name || (name.length > 1 && !romanValue(name))) return null
  if (second && SECTION.exec(text)?.[0].trim() !== text) return null
  return { name, label: SECTION.exec(text)?.[0].trim() ?? name, cells: second ? [second] : [first] }
}

const freePath = (path: string, taken: Set<string>): string => {
  let free = path
  for (let copy = 2; taken.has(free); copy++) free = `${path}(${copy})`
  taken.add(free)
  return free
}

const makeClause = (path: string, label: string, heading: boolean, cells: readonly SourceCell[], original: string): Clause => {
  const starts = cells.map(cell => cell.span[0])
  const ends = cells.map(cell => cell.span[1])
  const span: [number, number] = cells.length ? [Math.min(...starts), Math.max(...ends)] : [0, 0]
  const text = textOf(cells)
  return { path, label, heading, text: heading ? text.replace(SECTION, '') || text : text, span, source: original.slice(...span) }
}

const makeCommitment = (clause: Clause, task: Task): Commitment => {
  const deadline = textOf(cellsOf(task, 'deadline')) || null
  const product = textOf(cellsOf(task, 'product')) || null
  return {
    clause: clause.path,
    text: clause.text,
    span: clause.span,
    lead: splitBodies(textOf(cellsOf(task, 'lead'))),
    support: splitBodies(textOf(cellsOf(task, 'support'))),
    others: [],
    advises: [],
    schedules: deadline ? readTimeCell(deadline) : findSchedules(clause.text, maskNames(clause.text)),
    deadline,
    product,
    targets: findTargets(clause.text, maskNames(clause.text)),
    topics: findTopics(clause.text),
  }
}
