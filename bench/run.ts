// Measures what the issues ask for and prints one table. Run: npm run bench -- [PART …] [--only WORDS] [--data FOLDER]
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { openSite } from '../src/app/site.ts'
import { agencyRows } from './agency.ts'
import { bulkRows } from './bulk.ts'
import { signIn } from './client.ts'
import { firstScreenRows } from './first-screen.ts'
import { type Generated, generate } from './generate.ts'
import { importRows, serverImportRows } from './imports.ts'
import { levelRows } from './levels.ts'
import { reorganisationRows } from './nation/rows.ts'
import { numberRows } from './numbers.ts'
import { pageRows, provinceReviewRows, reviewRows } from './pages.ts'
import { paperRows } from './papers.ts'
import { petitionRows } from './petitions.ts'
import { proofRows } from './proof/rows.ts'
import { scanRows } from './scans.ts'
import { screenRows } from './screens.ts'
import { startServer } from './server.ts'
import { signatureRows } from './signatures.ts'
import { startRows } from './starts.ts'
import { isKept, measured, printTable, type Row } from './table.ts'
import { writingRows } from './writing.ts'

const ALL = [
  'imports',
  'signatures',
  'papers',
  'scans',
  'proof',
  'screens',
  'pages',
  'agency',
  'reviews',
  'writing',
  'petitions',
  'first-screen',
  'bulk',
  'numbers',
  'starts',
  'reorganisation',
  'levels',
]
/** Measured without a server of their own making. */
const ALONE = ['starts', 'signatures', 'papers', 'scans', 'reorganisation', 'levels']
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, data: { type: 'string' } },
})
const wanted = positionals.length > 0 ? positionals : ALL
const unknown = wanted.filter(part => !ALL.includes(part))
if (unknown.length > 0) throw new Error(`not a part: ${unknown.join(', ')}; there are ${ALL.join(', ')}`)

const scratch = await mkdtemp(join(tmpdir(), 'phoihop-bench-'))
try {
  await buildWebIfStale()
  const rows = (await measureAll()).filter(row => row.what.includes(values.only))
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
  if (wanted.includes('papers')) rows.push(...(await paperRows()))
  if (wanted.includes('scans')) rows.push(...(await scanRows()))
  if (wanted.some(part => !ALONE.includes(part))) rows.push(...(await generatedRows()))
  if (wanted.includes('reorganisation')) rows.push(...(await reorganisationRows(join(scratch, 'country'))))
  if (wanted.includes('levels')) rows.push(...(await levelRows(join(scratch, 'levels'), values.only)))
  if (wanted.includes('starts')) rows.push(...(await startRows(join(scratch, 'starts'))))
  return rows
}

/** Everything that is asked of the generated data. */
async function generatedRows(): Promise<Row[]> {
  const dataDir = values.data ?? join(scratch, 'generated')
  const generated = await fill(dataDir)
  const proof = wanted.includes('proof') ? await proofRows(dataDir, generated) : []
  return [...proof, ...(await serverRows(dataDir, generated))]
}

/** Everything that is asked of one server. */
async function serverRows(dataDir: string, generated: Generated): Promise<Row[]> {
  const server = await startServer(dataDir)
  const only = (all: Parameters<typeof measured>[0]) => measured(all, values.only)
  try {
    const officer = await signIn(server.url, 'lan')
    const rows: Row[] = []
    if (wanted.includes('pages')) rows.push(...(await only(pageRows(officer, generated))))
    if (wanted.includes('agency')) rows.push(...(await only(agencyRows(await signIn(server.url, 'dung'), generated.busy))))
    if (wanted.includes('screens')) rows.push(...(await only(await screenRows(server.url, generated))))
    if (wanted.includes('reviews')) {
      rows.push(...(await reviewRows(officer, generated)))
      rows.push(...(await only(provinceReviewRows(officer, generated))))
    }
    if (wanted.includes('writing')) rows.push(...(await writingRows(server.url, officer, generated)))
    if (wanted.includes('petitions')) rows.push(...(await only(await petitionRows(await signIn(server.url, 'tuan')))))
    if (wanted.includes('first-screen')) rows.push(...(await firstScreenRows(server.url)))
    if (wanted.includes('numbers')) rows.push(...(await numberRows(await signIn(server.url, 'vanthu.mttq'))))
    if (wanted.includes('bulk')) rows.push(...(await bulkRows(officer, generated)))
    if (wanted.includes('imports')) rows.push(...(await serverImportRows(server, officer, scratch)))
    return rows
  } finally {
    await server.stop()
  }
}

/** Generates once into a folder; a folder that was kept is taken as it is. */
async function fill(dataDir: string): Promise<Generated> {
  const note = join(dataDir, 'generated.json')
  if (existsSync(note)) return JSON.parse(await readFile(note, 'utf8')) as Generated
  const begin = performance.now()
  const site = await openSite({ dataDir, databaseUrl: null })
  try {
    const generated = await generate(site.engine)
    await writeFile(note, JSON.stringify(generated))
    console.log(`generated in ${((performance.now() - begin) / 1000).toFixed(0)} s`)
    return generated
  } finally {
    await site.stop()
  }
}
