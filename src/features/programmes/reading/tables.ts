import type { SourceCell } from '../../../formats/source.ts'
import { splitBodies } from './bodies.ts'
import type { Clause, Commitment } from './result.ts'
import { readLeadCell } from './role-cells.ts'
import { findSchedules, maskNames, readTimeCell } from './schedules.ts'
import { cellsOf, readItems, SECTION, type Task, textOf } from './table-items.ts'
import { findTargets } from './targets.ts'
import type { TaskTable } from './task-tables.ts'
import { findTopics } from './topics.ts'

export type TableReading = { clauses: Clause[]; commitments: Commitment[]; repeated: string[] }

/**
 * Tasks of a table as clauses and commitments: `<parent>/<number printed>`, with the section between only where numbers begin
 * anew in each section.
 */
export const readTable = (table: TaskTable, parent: string, original: string, taken: Set<string>): TableReading => {
  const items = readItems(table.rows)
  const tasks = items.filter(item => item.kind === 'task' && !item.under)
  const anew = items.length > tasks.length && new Set(tasks.map(task => task.kind === 'task' && task.number)).size < tasks.length
  const reading: TableReading = { clauses: [], commitments: [], repeated: [] }
  const add = (path: string, label: string, heading: boolean, cells: readonly SourceCell[]): Clause => {
    const free = freePath(path, taken)
    if (free !== path) reading.repeated.push(free)
    const clause = makeClause(free, label, heading, cells, original)
    reading.clauses.push(clause)
    return clause
  }
  const paths = new Map<Task, string>()
  for (const item of items) {
    if (item.kind === 'section') add(joined(parent, item.path), item.label, true, item.cells)
    else {
      const above = item.under ? (paths.get(item.under) ?? parent) : joined(parent, anew ? item.section : '')
      const path = joined(baseOf(item.number, above, taken), item.number)
      const clause = add(path, textOf(cellsOf(item, 'number')), !hasDuty(item), cellsOf(item, 'task'))
      paths.set(item, clause.path)
      if (hasDuty(item)) reading.commitments.push(makeCommitment(clause, item))
    }
  }
  return reading
}

const joined = (...names: string[]): string => names.filter(Boolean).join('/')

/** "1.2" hangs under "1" where the table has such a row. */
const baseOf = (number: string, above: string, taken: ReadonlySet<string>): string => {
  const prefix = number.includes('.') ? joined(above, number.slice(0, number.lastIndexOf('.'))) : ''
  return prefix && taken.has(prefix) ? prefix : above
}

const hasDuty = (task: Task): boolean =>
  (['lead', 'support', 'deadline', 'product'] as const).some(role => cellsOf(task, role).length > 0)

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
  const roles = readLeadCell(textOf(cellsOf(task, 'lead')))
  const product = textOf(cellsOf(task, 'product')) || null
  return {
    clause: clause.path,
    text: clause.text,
    span: clause.span,
    lead: roles.lead,
    support: [...roles.support, ...splitBodies(textOf(cellsOf(task, 'support')))],
    others: [],
    advises: [],
    schedules: deadline ? readTimeCell(deadline) : findSchedules(clause.text, maskNames(clause.text)),
    deadline,
    product,
    targets: findTargets(clause.text, maskNames(clause.text)),
    topics: findTopics(clause.text),
  }
}
