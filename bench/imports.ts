import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { root } from '../src/app/config.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Client } from './client.ts'
import type { Measured } from './import-child.ts'
import { renderLongPdf } from './long-pdf.ts'
import type { BenchServer } from './server.ts'
import { type Row, sizeRow, timeRow } from './table.ts'

const MOST_MB = 400
const LONG_PAGES = 300
const shared = join(root, '../shared')
const gazette = join(shared, 'data/files/gazette-QD-844-QD-TTg-2026.pdf')

const run = promisify(execFile)

async function measure(file: string, rounds: number, warmUp: number): Promise<Measured> {
  const { stdout } = await run(process.execPath, [
    ...process.execArgv,
    join(import.meta.dirname, 'import-child.ts'),
    file,
    String(rounds),
    String(warmUp),
  ])
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
}

function texts(): string[] {
  const folder = join(shared, 'programmes')
  if (!existsSync(folder)) return [join(root, 'samples/chuong-trinh.txt')]
  return readdirSync(folder).map(name => join(folder, name))
}

/** Reading by the functions themselves. `scratch` takes the PDF that is made for this. */
export async function importRows(scratch: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const file of texts()) {
    const { times, peakMb } = await measure(file, 30, 10)
    rows.push(timeRow(`import ${basename(file)}`, times, { by: 'p95', ms: 100 }), memoryRow(basename(file), peakMb))
  }
  if (existsSync(gazette)) {
    const { times, peakMb, pages } = await measure(gazette, 10, 2)
    rows.push(timeRow(`import gazette PDF, ${pages} pages`, times, { by: 'p95', ms: 1500 }), memoryRow('gazette PDF', peakMb))
  }
  const { times, peakMb, pages, clauses } = await measure(await longPdf(scratch), 2, 0)
  rows.push(timeRow(`import text PDF, ${pages} pages, ${clauses} clauses`, times), memoryRow(`${pages}-page PDF`, peakMb))
  return rows
}

const memoryRow = (of: string, peakMb: number | null): Row => sizeRow(`  peak memory, ${of}`, peakMb, 'MB', MOST_MB)

async function longPdf(scratch: string): Promise<string> {
  const file = join(scratch, `${LONG_PAGES}-trang.pdf`)
  if (!existsSync(file)) await writeFile(file, renderLongPdf(LONG_PAGES))
  return file
}

/** The same files handed in over HTTP and read by the server's own thread; memory is that of the whole server. */
export async function serverImportRows(server: BenchServer, officer: Client, scratch: string): Promise<Row[]> {
  const files = [...texts(), ...(existsSync(gazette) ? [gazette] : []), await longPdf(scratch)]
  const rows: Row[] = []
  for (const file of files) {
    const took = await importOverHttp(officer, file)
    rows.push(timeRow(`server reads ${basename(file)}`, [took]), memoryRow('server until then', server.peakMb()))
  }
  return rows
}

const LOOK_AGAIN_MS = 10

/** Milliseconds from "start" until the draft can be reviewed; the upload itself is not counted. */
async function importOverHttp(officer: Client, file: string): Promise<number> {
  const { fileId } = await officer.upload(basename(file), await readFile(file))
  const draftId = newId()
  const begin = performance.now()
  await officer.send('programmes.start-import', { draftId, fileId })
  for (;;) {
    const { state } = await officer.ask<{ state: string }>('programmes.draft', { draftId })
    if (state === 'read') return performance.now() - begin
    if (state !== 'reading') throw new Error(`${basename(file)} was not read: ${state}`)
    await sleep(LOOK_AGAIN_MS)
  }
}
