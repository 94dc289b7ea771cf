import type { IsoDate } from '../../kernel/dates.ts'
import type { CitedPaper } from '../programmes/index.ts'
import type { CellState, Duty, DutyKind, PackageState } from './contract.ts'

/** What the matrix needs of a package. */
export type PackageFacts = {
  id: string
  dutyKey: string
  state: PackageState
  sentOn: IsoDate | null
  receivedOn: IsoDate | null
  /** The partner's own paper that it is. */
  paper?: CitedPaper | null
}
export type Cell = {
  dutyKey: string
  state: CellState
  dueOn: IsoDate
  /** Sent after its day. */
  sentLate: boolean
  packageId: string | null
  /** Nothing that was sent stands for it. */
  open: boolean
  /** A package is being made ready. Only the own side's is known. */
  draft: boolean
  sentOn: IsoDate | null
  receivedOn: IsoDate | null
  paper: CitedPaper | null
}
export type MatrixRow = {
  key: string
  from: string
  to: string
  kind: DutyKind
  commitmentId: string
  clausePath: string
  /** By the key of the column; absent where nothing is owed. */
  cells: Record<string, Cell>
}
export type MatrixColumn = { key: string; label: string; dueOn: IsoDate }
export type Matrix = { columns: MatrixColumn[]; rows: MatrixRow[] }

/** Duties against packages: a row for each side, kind and commitment, a column for each period. */
export function matrixOf(duties: readonly Duty[], packages: readonly PackageFacts[], today: IsoDate): Matrix {
  const standing = standingByDuty(packages)
  const columns = new Map<string, MatrixColumn>()
  const rows = new Map<string, MatrixRow>()
  for (const duty of duties) {
    const { periodKey, label, dueOn, from, to, kind, commitmentId, clausePath } = duty
    if (!columns.has(periodKey)) columns.set(periodKey, { key: periodKey, label, dueOn })
    const key = `${from} ${to} ${kind} ${commitmentId}`
    let row = rows.get(key)
    if (!row) rows.set(key, (row = { key, from, to, kind, commitmentId, clausePath, cells: {} }))
    row.cells[periodKey] = cellOf(duty, standing.get(duty.key), today)
  }
  const byDay = [...columns.values()].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { columns: byDay, rows: [...rows.values()] }
}

/** The package that tells where a duty stands: the one not returned, else the last that was. */
export function standingByDuty<Facts extends PackageFacts>(packages: readonly Facts[]): Map<string, Facts> {
  const standing = new Map<string, Facts>()
  for (const one of packages) {
    const before = standing.get(one.dutyKey)
    if (!before || before.state === 'returned') standing.set(one.dutyKey, one)
  }
  return standing
}

export function cellOf({ key, dueOn }: Duty, found: PackageFacts | undefined, today: IsoDate): Cell {
  const sentLate = found?.sentOn != null && found.sentOn > dueOn
  return {
    dutyKey: key,
    state: stateOf(found?.state, sentLate, today > dueOn),
    dueOn,
    sentLate,
    packageId: found?.id ?? null,
    open: !found || found.state === 'returned',
    draft: found?.state === 'draft',
    sentOn: found?.sentOn ?? null,
    receivedOn: found?.receivedOn ?? null,
    paper: found?.paper ?? null,
  }
}

function stateOf(found: PackageState | undefined, sentLate: boolean, past: boolean): CellState {
  if (found === 'received') return sentLate ? 'late' : 'on-time'
  if (found === 'sent' || found === 'returned') return found
  return past ? 'missing' : 'not-due'
}
