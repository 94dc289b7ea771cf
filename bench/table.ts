import { slowness } from './yardstick.ts'

/**
 * One line of the table. `over` is the measured part of its limit (0.5: half of it), null where nothing was wanted;
 * `slowness` says how much slower than the reference the machine was then, for limits in milliseconds.
 */
export type Row = { what: string; wanted: string; measured: string; over: number | null; slowness?: number }

/** Kept as it is, or on a machine slower than the reference in the same ratio. */
export const isKept = ({ over, slowness = 1 }: Row): boolean => over === null || over <= slowness

export type Times = { min: number; median: number; p95: number }

/** Minimum, median and 95th percentile by nearest rank. */
export function timesOf(list: readonly number[]): Times {
  const sorted = list.toSorted((a, b) => a - b)
  const rank = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!
  return { min: rank(0), median: rank(0.5), p95: rank(0.95) }
}

/** Milliseconds of one piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

const WARM_UP = 20
const REQUESTS = 200

/** Times of one piece of work done again and again, after a warm-up that does not count. */
export async function timesOver(work: () => Promise<unknown>, rounds = REQUESTS): Promise<number[]> {
  for (let round = 0; round < Math.min(WARM_UP, rounds / 5); round++) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await timed(work))
  return times
}

/** One row that is measured when it is wanted. */
export type Measurement = { what: string; measure: () => Promise<Row> }
type Limit = { by: keyof Times; ms: number }

/** A row of the times of one piece of work done again and again. */
export const timing = (what: string, work: () => Promise<unknown>, limit: Limit, rounds?: number): Measurement => ({
  what,
  measure: async () => timeRow(what, await timesOver(work, rounds), limit),
})

/** Measures one after the other those whose names hold the words, and says each as it is there: the whole takes minutes. */
export async function measured(all: readonly Measurement[], words: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const { what, measure } of all) {
    if (!what.includes(words)) continue
    const row = await measure()
    console.error(`${what}: ${row.measured}`)
    rows.push(row)
  }
  return rows
}

/** A row of times, judged by one of the three where a limit in milliseconds is wanted. */
export function timeRow(what: string, list: readonly number[], limit?: Limit): Row {
  const times = timesOf(list)
  const measured = `${print(times.min)} / ${print(times.median)} / ${print(times.p95)} ms`
  if (!limit) return { what, wanted: '', measured, over: null }
  return { what, wanted: `${limit.by} < ${limit.ms} ms`, measured, over: times[limit.by] / limit.ms, slowness: slowness() }
}

/** One that is kept by nothing but none. */
export const noneRow = (what: string, count: number): Row => ({
  what,
  wanted: 'none',
  measured: `${count}`,
  over: count === 0 ? 0 : Number.POSITIVE_INFINITY,
})

/** A row of one size against a limit in the same unit. */
export function sizeRow(what: string, size: number | null, unit: 'MB' | 'kB', limit: number): Row {
  if (size === null) return { what, wanted: `< ${limit} ${unit}`, measured: 'not known on this system', over: null }
  return { what, wanted: `≤ ${limit} ${unit}`, measured: `${size.toFixed(1)} ${unit}`, over: size / limit }
}

const print = (ms: number): string => ms.toFixed(ms < 100 ? 1 : 0)

function verdict(row: Row): string {
  if (row.over === null) return ''
  const beside = row.over > 1 && row.slowness ? ` on a machine ${row.slowness.toFixed(1)} times slower` : ''
  return `${isKept(row) ? 'ok' : 'MISSED'}${beside}`
}

export function printTable(rows: readonly Row[]): void {
  const head = ['what', 'wanted', 'min / median / p95', '']
  const lines = [head, ...rows.map(row => [row.what, row.wanted, row.measured, verdict(row)])]
  const widths = head.map((_, at) => Math.max(...lines.map(line => line[at]!.length)))
  for (const line of lines)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
}
