import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid, newId } from '../../kernel/ids.ts'

/**
 * Keys of what must be forgotten on its day: a file of 32 bytes for each, in a folder outside the database and outside every backup.
 * A key that is destroyed makes what was sealed with it unreadable everywhere, in old backups too.
 */
export type KeyStore = {
  /** A new key and the id that it is found by. */
  make: () => Promise<{ keyId: string; key: Buffer }>
  /** Null where it is destroyed, or was lost with its machine. */
  find: (keyId: string) => Promise<Buffer | null>
  /** Overwrites and removes it; a key that is gone already stays gone. */
  destroy: (keyId: string) => Promise<void>
  /** A key of the whole site, made when it is first asked for and never destroyed. */
  ofSite: (name: string) => Promise<Buffer>
  /** Ids of the keys made before a moment. */
  madeBefore: (moment: Date) => Promise<string[]>
}

const KEY_BYTES = 32

export function openKeyStore(dir: string): KeyStore {
  const pathOf = (keyId: string) => join(dir, keyId)
  const keep = async (name: string, key: Buffer): Promise<void> => {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(pathOf(name), key, { mode: 0o600, flag: 'wx', flush: true })
    await syncFolder(dir)
  }
  const ofSite = async (name: string): Promise<Buffer> => {
    const path = pathOf(`site-${name}`)
    const there = await readFile(path).catch(unlessAbsent(null))
    if (there?.length === KEY_BYTES) return there
    // Of two that make it at the same moment the first wins; the other reads what was kept.
    await keep(`site-${name}`, randomBytes(KEY_BYTES)).catch(unlessThere)
    return readFile(path)
  }
  return {
    ofSite,
    make: async () => {
      const [keyId, key] = [newId(), randomBytes(KEY_BYTES)]
      await keep(keyId, key)
      return { keyId, key }
    },
    find: async keyId => (isUuid(keyId) ? readFile(pathOf(keyId)).catch(unlessAbsent(null)) : null),
    destroy: async keyId => {
      await writeFile(pathOf(keyId), Buffer.alloc(KEY_BYTES), { flag: 'r+', flush: true }).catch(unlessAbsent(undefined))
      await rm(pathOf(keyId), { force: true })
      await syncFolder(dir).catch(unlessAbsent(undefined))
    },
    madeBefore: async moment => {
      const names = (await readdir(dir).catch(unlessAbsent<string[]>([]))).filter(isUuid)
      const times = await Promise.all(names.map(async name => (await stat(pathOf(name)).catch(unlessAbsent(null)))?.mtime))
      return names.filter((_, at) => times[at] !== undefined && times[at] < moment)
    },
  }
}

/** What stands for a file that is not there; any other error goes on. */
const unlessAbsent =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value
    throw error
  }

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
