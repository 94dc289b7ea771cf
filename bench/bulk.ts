import type { Json } from '../src/engine/db/database.ts'
import { bulkColumns } from '../src/features/activities/bulk/columns.ts'
import { readBulk } from '../src/features/activities/bulk/read.ts'
import { templateBook } from '../src/features/activities/bulk/template.ts'
import { MOST_ROWS } from '../src/features/activities/contract.ts'
import { READY } from '../src/features/activities/kind-book.ts'
import type { CellValue, Row as SheetRow } from '../src/formats/xlsx/book.ts'
import { openXlsx } from '../src/formats/xlsx/read.ts'
import { renderXlsx } from '../src/formats/xlsx/write.ts'
import { addDays, isoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Client } from './client.ts'
import type { Generated } from './generate.ts'
import { type Row, timed, timeRow } from './table.ts'

const ROWS = 20_000
const KIND = READY.find(kind => kind.key === 'training')!

/** A table of 20,000 activities read as the browser reads it, and entered over HTTP piece by piece, whole or not at all. */
export async function bulkRows(client: Client, { programmeId, planId, year }: Generated): Promise<Row[]> {
  const { clauses } = await client.ask<{ clauses: { items: { id: string }[] }[] }>('plans.plan', { planId })
  const bytes = tableOf(year)
  const programme = { periodFrom: year, periodTo: year + 4 }
  const placesOf = () => ({ ids: [], unknown: null })
  const ground = { kind: KIND, itemId: () => clauses[0]!.items[0]!.id, placesOf, programme, today: isoDate(year, 12, 31) }
  const begin = performance.now()
  const { lines } = readBulk(openXlsx(bytes)[0]!.rows(), ground)
  const read = performance.now() - begin
  const rows = lines.flatMap(line => line.row ?? [])
  if (rows.length !== ROWS) throw new Error(`of ${ROWS} lines ${rows.length} were read: ${JSON.stringify(lines[0])}`)
  const entered = await timed(() => enter(client, programmeId, rows))
  return [
    timeRow(`import of ${ROWS} activities from XLSX`, [read + entered], { by: 'p95', ms: 20_000 }),
    timeRow('  read', [read]),
    timeRow('  entered', [entered]),
  ]
}

/** The product's own table, filled in. Titles are of this run alone, so that none of them is there already. */
function tableOf(year: number): Uint8Array {
  const book = templateBook({ kind: KIND, items: [] })
  const [sheet] = book.sheets
  const run = newId()
  const values: Record<string, (at: number) => CellValue> = {
    item: () => `${year}/1`,
    title: at => `Lớp bồi dưỡng ${at + 1}, đợt ${run}`,
    heldOn: at => ({ date: addDays(isoDate(year, 1, 5), at % 200) }),
    place: at => `Xã Số ${1 + (at % 124)}`,
    count: () => 1,
    reach: at => 20 + (at % 60),
  }
  const columns = bulkColumns(KIND).map(({ holds }) => (typeof holds === 'string' ? values[holds] : undefined))
  const rowOf = (_: unknown, at: number): SheetRow => ({ cells: columns.map(column => (column ? { value: column(at) } : null)) })
  const filled = Array.from({ length: ROWS }, rowOf)
  const whole = { ...book, sheets: [{ ...sheet!, rows: [...sheet!.rows, ...filled] }] }
  return new Uint8Array(Buffer.concat([...renderXlsx(whole)]))
}

async function enter(client: Client, programmeId: string, rows: readonly Json[]): Promise<void> {
  const importId = newId()
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const piece = rows.slice(at, at + MOST_ROWS)
    await client.send('activities.enter-rows', { importId, programmeId, held: true, rows: piece })
  }
  await client.send('activities.finish-import', { importId, programmeId, rows: rows.length })
}
