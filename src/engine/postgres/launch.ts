import type pg from 'pg'
import { createCluster, loopbackPassword, readMajor } from './cluster.ts'
import { rebuildAfterNewIcu } from './collation.ts'
import { tryDatabaseUrl } from './database-url.ts'
import { connection, removeDoor } from './door.ts'
import { errorCode, errorText } from './error-code.ts'
import { type Joined, joinServer, logFile } from './join.ts'
import { LaunchRefused } from './launch-refused.ts'
import { choosePlace, type Place, programsInReach } from './place.ts'
import { stopPostmaster } from './postmaster.ts'
import type { Programs } from './program-set.ts'
import { getPrograms } from './programs.ts'

export type LaunchOptions = {
  /** Holds the cluster (`postgres/`), its log (`postgres.log`) and, on loopback, its password. */
  dataDir: string
  /** Value of DATABASE_URL; a server of the site's own, which is never started or stopped here. */
  databaseUrl?: string | undefined
  /** Only these programs; without it the system's first. */
  programs?: 'system' | 'npm' | undefined
  /** Folder for what the server's account cannot reach in the clone. Default /var/lib/phoihop. */
  elsewhere?: string | undefined
  /** Listen on 127.0.0.1 with a password instead of a Unix socket. Default on Windows only. */
  loopback?: boolean | undefined
}

export type RunningPostgres = {
  /** Owner of the database `phoihop`, for pg.Client, pg.Pool and pg-boss alike. */
  config: pg.ClientConfig
  origin: 'url' | 'system' | 'npm'
  /** Of the server, as "15.18". */
  version: string
  /** Vietnamese sentences to print at the start. */
  notes: string[]
  /** Calls the listener with a Vietnamese sentence when the server is gone without our stop. */
  onExit: (listener: (sentence: string) => void) => void
  /** Leaves the server; the last process that uses it also stops it, with a checkpoint, and waits for its end. */
  stop: () => Promise<void>
}

const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST']

/**
 * Opens the database: that of DATABASE_URL, else our own cluster, run by the system's PostgreSQL programs or the npm-shipped ones.
 * A server left alive by a killed process is adopted. Throws LaunchRefused with a Vietnamese sentence.
 */
export async function launchPostgres(options: LaunchOptions): Promise<RunningPostgres> {
  if (options.databaseUrl) return openDatabaseUrl({ connectionString: options.databaseUrl })
  try {
    return await openOwnCluster(options)
  } catch (error) {
    if (!UNWRITABLE.includes(errorCode(error))) throw error
    throw new LaunchRefused(`Không ghi được vào thư mục dữ liệu ${options.dataDir}: ${errorText(error)}.`, { cause: error })
  }
}

async function openOwnCluster(options: LaunchOptions): Promise<RunningPostgres> {
  const place = choosePlace(options.dataDir, options.elsewhere)
  const loopback = options.loopback ?? process.platform === 'win32'
  const major = readMajor(place.cluster)
  const programs = programsInReach(getPrograms(major, place.cluster, options.programs), place.account, options.elsewhere)
  const notes = major === null ? makeCluster(programs, place, loopback) : []
  const joined = await joinServer(programs, place, loopback)
  if (joined.adopted) notes.push(`Dùng tiếp PostgreSQL đang chạy sẵn trên ${place.cluster} (tiến trình ${joined.server.pid}).`)
  const config = connection(joined.server, place.dataDir)
  notes.push(...(await rebuildAfterNewIcu(config)))
  return { ...present(programs, place, joined), config, notes: [...place.notes, ...notes] }
}

async function openDatabaseUrl(config: pg.ClientConfig): Promise<RunningPostgres> {
  const version = await tryDatabaseUrl(config)
  return { config, origin: 'url', version, notes: [], onExit: () => undefined, stop: async () => undefined }
}

function makeCluster(programs: Programs, place: Place, loopback: boolean): string[] {
  const made = createCluster(programs, place.cluster, place.account, loopback ? loopbackPassword(place.dataDir) : null)
  return made ? [`Đã tạo cơ sở dữ liệu mới trong ${place.cluster}.`] : []
}

function present(programs: Programs, place: Place, { server, guard }: Joined): Omit<RunningPostgres, 'config' | 'notes'> {
  const sentence = `PostgreSQL (tiến trình ${server.pid}) đã dừng ngoài ý muốn: hãy xem ${logFile(place)} rồi khởi động lại phoihop.`
  let stopping: Promise<void> | null = null
  const stop = async () => {
    if (await guard.release()) {
      await stopPostmaster(programs, place.cluster, server.pid)
      removeDoor(server.socketDir)
    }
    await guard.close()
  }
  return {
    origin: programs.origin,
    version: guard.version,
    onExit: listener => guard.onLost(() => listener(sentence)),
    stop: () => (stopping ??= stop()),
  }
}
