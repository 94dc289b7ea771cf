import type pg from 'pg'
import type { FigureQuery } from '../../src/features/reviews/contract.ts'
import { BALANCE, ITEM_WORK, STATEMENTS } from './statements.ts'

/** Asks the product as the reviewing side does. */
type Ask = <T>(name: string, input: Record<string, string>) => Promise<T>
/** The owner of the database. */
type Owner = Pick<pg.Pool, 'query'>
/** How many figures of each kind were reckoned again, and every one that came out otherwise. */
export type Proof = { checked: Record<string, number>; differences: string[] }

type Figure = { id: string; value: number; query: FigureQuery }
type Group = {
  clause?: string | null
  sort?: string | null
  unit?: string | null
  part?: string | null
  value: string | number | null
}

/** Reckons every figure of a compiled review again by the statements beside this file. */
export async function proveReview(
  owner: Owner,
  ask: Ask,
  of: { reviewId: string; programmeId: string; bodyId: string },
): Promise<Proof> {
  type Shown = { compiled: { figures: Record<string, Figure>; head: { period: { kind: string } } } }
  const { compiled } = await ask<Shown>('reviews.review', { reviewId: of.reviewId })
  const isFinal = compiled.head.period.kind === 'final'
  const proof: Proof = { checked: {}, differences: [] }
  const reckoned = new Map<string, Map<string, number>>()
  for (const { id, value, query } of Object.values(compiled.figures)) {
    const statement = STATEMENTS.find(one => one.of === query.kind)
    if (!statement) {
      proof.differences.push(`${id}: no statement reckons it`)
      continue
    }
    const params = [of.programmeId, of.bodyId, query.from, query.to, query.activityKinds ?? null, isFinal]
    const asked = `${query.kind} ${params.join(' ')}`
    if (!reckoned.has(asked)) reckoned.set(asked, await groups(owner, statement.sql, params))
    compare(proof, query.kind, id, value, reckoned.get(asked)!.get(keyOf(query)) ?? 0)
  }
  return proof
}

/** PostgreSQL takes no parameter that a statement does not name. */
async function groups(owner: Owner, sql: string, params: unknown[]): Promise<Map<string, number>> {
  const used = Math.max(...[...sql.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)))
  const { rows } = await owner.query<Group>(sql, params.slice(0, used))
  return new Map(rows.map(({ clause, sort, unit, part, value }) => [[clause, sort, unit, part].join('|'), Number(value ?? 0)]))
}

/** A detail's unit is a word of its label, not a condition; those of petitions and the like are counted in one unit each. */
const WITH_UNIT: readonly string[] = ['count', 'reach', 'share']

function keyOf({ kind, clausePath, itemId, activityKind, unit, part }: FigureQuery): string {
  return [itemId ?? clausePath, itemId ? 'item' : activityKind, WITH_UNIT.includes(kind) ? unit : null, part].join('|')
}

/** Reckons the balance of a body's petitions again, commune by commune and in all. */
export async function proveBalance(
  owner: Owner,
  ask: Ask,
  { bodyId, from, to }: { bodyId: string; from: string; to: string },
): Promise<Proof> {
  type Parts = Record<string, number>
  const told = await ask<{ rows: { key: string; parts: Parts }[]; total: Parts }>('petitions.balance', {
    from,
    to,
    by: 'commune',
  })
  const { rows } = await owner.query<Record<string, string>>(BALANCE, [bodyId, from, to])
  const proof: Proof = { checked: {}, differences: [] }
  const found = new Map(rows.map(row => [row['key'], row]))
  for (const { key, parts } of told.rows)
    for (const [part, value] of Object.entries(parts))
      compare(proof, 'balance', `${key} ${part}`, value, Number(found.get(key)?.[part]))
  for (const [part, value] of Object.entries(told.total)) {
    const sum = rows.reduce((total, row) => total + Number(row[part]), 0)
    compare(proof, 'balance', `total ${part}`, value, sum)
  }
  return proof
}

/** Reckons again what is kept of the work under each item, by month and by unit. */
export async function proveItemWork(owner: Owner): Promise<Proof> {
  const { rows } = await owner.query<{ what: string; told: string; reckoned: string }>(ITEM_WORK)
  const proof: Proof = { checked: {}, differences: [] }
  for (const { what, told, reckoned } of rows) compare(proof, 'kept', what, Number(told), Number(reckoned))
  return proof
}

function compare(proof: Proof, kind: string, what: string, told: number, reckoned: number): void {
  proof.checked[kind] = (proof.checked[kind] ?? 0) + 1
  // Counts are told to hundredths.
  if (Math.abs(told - reckoned) < 0.005) return
  proof.differences.push(`${what}: the product tells ${told}, the statement ${reckoned}`)
}
