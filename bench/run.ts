// Measures what the issue asks for and prints one table. Run: npm run bench
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { openSite } from '../src/app/site.ts'
import { agencyRows } from './agency.ts'
import { signIn } from './client.ts'
import { firstScreenRows } from './first-screen.ts'
import { type Generated, generate } from './generate.ts'
import { importRows, serverImportRows } from './imports.ts'
import { pageRows, reviewRows } from './pages.ts'
import { petitionRows } from './petitions.ts'
import { startServer } from './server.ts'
import { signatureRows } from './signatures.ts'
import { startRows } from './starts.ts'
import { isKept, printTable, type Row } from './table.ts'

const ALL = ['imports', 'signatures', 'pages', 'agency', 'reviews', 'petitions', 'first-screen', 'starts']
/** Measured without a server of their own making. */
const ALONE = ['starts', 'signatures']
const wanted = process.env['PHOIHOP_BENCH']?.split(',') ?? ALL
const unknown = wanted.filter(part => !ALL.includes(part))
if (unknown.length > 0) throw new Error(`PHOIHOP_BENCH knows only ${ALL.join(', ')}`)

const scratch = await mkdtemp(join(tmpdir(), 'phoihop-bench-'))
try {
  await buildWebIfStale()
  const rows = await measureAll()
  const load = loadavg()[0]!.toFixed(1)
  console.log(`\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, load ${load}\n`)
  printTable(rows)
  if (!rows.every(isKept)) process.exitCode = 1
} finally {
  await rm(scratch, { recursive: true, force: true })
}

async function measureAll(): Promise<Row[]> {
  const rows: Row[] = []
  if (wanted.includes('imports')) rows.push(...(await importRows(scratch)))
  if (wanted.includes('signatures')) rows.push(...(await signatureRows()))
  if (wanted.some(part => !ALONE.includes(part))) rows.push(...(await serverRows()))
  if (wanted.includes('starts')) rows.push(...(await startRows(join(scratch, 'starts'))))
  return rows
}

/** Everything that is asked of one server with the generated data. */
async function serverRows(): Promise<Row[]> {
  const dataDir = join(scratch, 'generated')
  const generated = await fill(dataDir)
  const server = await startServer(dataDir)
  try {
    const officer = await signIn(server.url, 'lan')
    const rows: Row[] = []
    if (wanted.includes('pages')) rows.push(...(await pageRows(officer, generated)))
    if (wanted.includes('agency')) rows.push(...(await agencyRows(await signIn(server.url, 'dung'), generated.busy)))
    if (wanted.includes('reviews')) rows.push(...(await reviewRows(officer, generated)))
    if (wanted.includes('petitions')) rows.push(...(await petitionRows(await signIn(server.url, 'tuan'))))
    if (wanted.includes('first-screen')) rows.push(...(await firstScreenRows(server.url)))
    if (wanted.includes('imports')) rows.push(...(await serverImportRows(server, officer, scratch)))
    return rows
  } finally {
    await server.stop()
  }
}

async function fill(dataDir: string): Promise<Generated> {
  const site = await openSite({ dataDir, databaseUrl: null })
  try {
    return await generate(site.engine)
  } finally {
    await site.stop()
  }
}
