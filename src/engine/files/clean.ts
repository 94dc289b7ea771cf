import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'
import type { JobGround } from '../feature.ts'
import type { Job } from '../jobs.ts'
import { findDue } from './discard.ts'

const DAY_MS = 86_400_000
const AT_ONCE = 200

/** Once a day: files whose time is over are taken out, then bytes on disk that no file has. Bears being run twice. */
export const cleanFiles = (ground: JobGround): Job => ({
  name: 'files.clean',
  everyMinutes: 24 * 60,
  minutes: 60,
  run: async () => {
    await discardDue(ground)
    await dropUnknown(ground)
  },
})

async function discardDue({ read, run, now }: JobGround): Promise<void> {
  const failed = new Set<string>()
  for (;;) {
    const due = await read(db => findDue(db, now(), AT_ONCE + failed.size))
    const left = due.filter(one => !failed.has(one.fileId))
    if (left.length === 0) return
    for (const one of left)
      await run('files.discard', one).catch((error: Error & { code?: string }) => {
        // Taken up in between, or held by a table that the search does not know.
        if (!(error instanceof Refusal) && error.code !== '23503') throw error
        failed.add(one.fileId)
      })
  }
}

/** Bytes without a row of theirs: left by an upload that was refused, or by a process that died after a file was taken out. */
async function dropUnknown({ read, files, now }: JobGround): Promise<void> {
  const old = now().getTime() - DAY_MS
  for (const name of await names(join(files.dir, 'incoming'))) await dropOld(join(files.dir, 'incoming', name), old)
  for (const first of await names(files.dir)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue
    const found = await readdir(join(files.dir, first), { recursive: true, withFileTypes: true })
    const stored = found.filter(one => one.isFile()).map(one => one.name)
    const rows = await read(db => db.selectFrom('blob').select('sha256').where('sha256', 'like', `${first}%`).execute())
    const known = new Set(rows.map(row => row.sha256))
    for (const name of stored) if (!known.has(name.slice(0, 64))) await dropOld(files.pathOf(name), old)
  }
}

/** A name that somebody hands in again at this moment is made young by `put`; so it is looked at once more after it is moved away. */
async function dropOld(path: string, before: number): Promise<void> {
  const tomb = `${path}.going`
  if ((await ageOf(path)) >= before) return
  await rename(path, tomb).catch(() => undefined)
  if ((await ageOf(tomb)) >= before) await rename(tomb, path)
  else await rm(tomb, { force: true })
}

const ageOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? Number.NEGATIVE_INFINITY
const names = (dir: string): Promise<string[]> => readdir(dir).catch(() => [])
