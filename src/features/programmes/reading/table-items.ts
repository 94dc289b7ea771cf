import type { SourceCell } from '../../../formats/source.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import { LETTERS, romanValue } from './labels.ts'
import { healInPlace } from './lines.ts'
import type { TaskRow } from './task-tables.ts'

/** A row that heads others; `path` holds the sections above it ("A/I"). */
export type Section = { kind: 'section'; path: string; label: string; cells: SourceCell[] }
/** A task as printed over one row or several (a page break divides a row). `under` is the task whose dash it is. */
export type Task = { kind: 'task'; number: string; section: string; under: Task | null; parts: TaskRow[] }

export const textOf = (cells: readonly SourceCell[]): string => tidy(healInPlace(cells.map(cell => cell.text).join(' ')))

export const cellsOf = (task: Task, role: keyof TaskRow['cells']): SourceCell[] =>
  task.parts.flatMap(part => part.cells[role] ?? [])

const NUMBER = /^(\d{1,3}[a-zđ]?(?:\.\d{1,3})*)[.)]?$/u
export const SECTION = /^([IVXLC]+|[A-ZĐ])\s*(?:[.)-]\s*|$)/u
const BULLET = /^[-–—+*•]$/u

/** Rows of a table as sections and tasks, in order. */
export const readItems = (rows: readonly TaskRow[]): (Section | Task)[] => {
  const items: (Section | Task)[] = []
  const numbered = rows.some(row => row.cells.number)
  let open: Section[] = []
  for (const row of rows) {
    const last = items.findLast(item => item.kind === 'task')
    const section = findSection(row, open)
    if (section) {
      items.push(section)
      open = [...open.filter(above => section.path.startsWith(`${above.path}/`)), section]
      continue
    }
    const task = findTask(row, numbered, open.at(-1)?.path ?? '', items)
    if (task) items.push(task)
    else last?.parts.push(row)
  }
  return items
}

const findTask = (row: TaskRow, numbered: boolean, section: string, items: readonly (Section | Task)[]): Task | null => {
  const tasks = items.filter(item => item.kind === 'task')
  const task = (number: string, under: Task | null): Task => ({ kind: 'task', number, section, under, parts: [row] })
  const printed = textOf(row.cells.number ? [row.cells.number] : [])
  const number = NUMBER.exec(printed)?.[1] ?? (isFull(row) ? SECTION.exec(printed)?.[1] : undefined)
  if (number) return task(number, null)
  if (BULLET.test(printed)) {
    const under = tasks.findLast(entry => !entry.under) ?? null
    return task(`-${tasks.filter(entry => entry.under === under && entry.number.startsWith('-')).length + 1}`, under)
  }
  // Rows without any printed number are counted as bullets are.
  return !numbered && row.cells.task && isFull(row) ? task(`-${tasks.length + 1}`, null) : null
}

const isFull = (row: TaskRow): boolean => Boolean(row.cells.task && (row.cells.lead || row.cells.support || row.cells.deadline))

/** A row that heads those below: a Roman number or capital in front, and at most a title beside it. */
const findSection = (row: TaskRow, open: readonly Section[]): Section | null => {
  const cells = row.filled.filter((cell, i) => row.filled.findIndex(other => textOf([other]) === textOf([cell])) === i)
  const [first, second] = cells
  if (!first || cells.length > 2) return null
  const text = textOf([first])
  const found = SECTION.exec(text)
  const name = found?.[1]
  if (!found || !name || (name.length > 1 && !romanValue(name))) return null
  if (second && found[0].trim() !== text) return null
  const above = isCapital(name, open) ? null : (open.find(entry => isCapital(entry.path, [])) ?? null)
  const path = above ? `${above.path}/${name}` : name
  return { kind: 'section', path, label: found[0].trim(), cells: second ? [second] : [first] }
}

/** "C" after "B" is a letter; without such a list a sign that can be Roman is. */
const isCapital = (name: string, open: readonly Section[]): boolean => {
  if (name.length !== 1) return false
  const order = LETTERS.indexOf(name.toLowerCase())
  return (
    !romanValue(name) || open.some(entry => entry.path.length === 1 && LETTERS.indexOf(entry.path.toLowerCase()) + 1 === order)
  )
}
