import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { backup, restore } from '../../src/app/archive.ts'
import { loadSamples } from '../../src/app/seed.ts'
import { openSite, type Site } from '../../src/app/site.ts'
import { newId } from '../../src/kernel/ids.ts'

const folder = await mkdtemp(join(tmpdir(), 'phoihop-archive-'))
const sites: Site[] = []
afterAll(async () => {
  for (const site of sites) await site.stop()
  await rm(folder, { recursive: true, force: true })
})

async function open(name: string): Promise<Site> {
  const site = await openSite({ dataDir: join(folder, name), databaseUrl: null })
  sites.push(site)
  return site
}

/** Every table of our own with its number of rows and a digest of them. */
async function tablesOf(site: Site): Promise<Record<string, string>> {
  const client = new pg.Client(site.postgres.config)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const digests: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await client.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS digest FROM "${name}" t`,
    )
    digests[name] = found.rows[0].digest
  }
  await client.end()
  return digests
}

/** Papers that came in are read by a job after the samples are there. */
async function readingsOf(site: Site): Promise<number> {
  const { rows } = await site.engine.database.pool.query(`SELECT count(*) AS open FROM file_reading WHERE state = 'reading'`)
  return rows[0].open
}

describe('a backup', () => {
  it('taken while the site runs fills an empty folder with every table and file', async () => {
    const site = await open('first')
    await loadSamples(site.engine)
    await expect.poll(() => readingsOf(site), { timeout: 120_000 }).toBe(0)
    await site.engine.files.put(Readable.from([Buffer.from('không có trong bảng nào')]), 100)
    const file = join(folder, 'sao-luu.tar')
    await backup([file, '--data', join(folder, 'first')])
    await restore([file, '--data', join(folder, 'second')])
    const second = await open('second')
    expect(await tablesOf(second)).toEqual(await tablesOf(site))
    expect(second.engine.database.home).toBe(site.engine.database.home)
    await expect(restore([file, '--data', join(folder, 'second')])).rejects.toThrow('không trống')
  })

  it('taken while a file is being read goes on with the reading where it is restored', async () => {
    const site = await open('third')
    const [bodyId, fileId] = [newId(), newId()]
    const text = '1. Tuyên truyền pháp luật cho đồng bào.'
    const { sha256, size } = await site.engine.files.put(Readable.from([Buffer.from(text)]), 1000)
    await site.engine.database.write('system', async tx => {
      const body = { id: bodyId, name: 'Sở', short_name: 'Sở', symbol: 'S', kind: 'state', place: 'Sơn Hà' }
      const by = { owner_body: bodyId, created_at: new Date() }
      await tx.insertInto('body').values(body).execute()
      await tx.insertInto('blob').values({ sha256, size }).execute()
      const file = { id: fileId, sha256, size, name: 'a.txt', media_type: 'text/plain' }
      await tx
        .insertInto('file')
        .values({ ...file, ...by })
        .execute()
      // As it stands between the start of an import and the end of its reading.
      const draft = { id: newId(), ...by, created_by: newId(), file_id: fileId, file_name: 'a.txt', state: 'reading' }
      await tx.insertInto('import_draft').values(draft).execute()
    })
    const file = join(folder, 'dang-doc.tar')
    await backup([file, '--data', join(folder, 'third')])
    await restore([file, '--data', join(folder, 'fourth')])
    const restored = await open('fourth')
    await restored.engine.jobs.startClock()
    const reading = `SELECT FROM import_draft WHERE state = 'reading'`
    await vi.waitFor(async () => expect((await restored.engine.database.pool.query(reading)).rowCount).toBe(0), 30_000)
  })
})
