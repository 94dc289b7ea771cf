import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawnAs } from './cluster.ts'
import { errorCode } from './error-code.ts'
import { LaunchRefused } from './launch-refused.ts'
import { isAlive } from './process.ts'
import { type Programs, programFile } from './program-set.ts'
import type { ServerAccount } from './server-account.ts'

/** What postmaster.pid tells of a server. */
export type Postmaster = { pid: number; port: number; socketDir: string; ready: boolean }

const POLL_MS = 4
const LOG_LIMIT = 5_000_000

/** The server that runs on this cluster, ready or still starting; null where none is alive. */
export function findPostmaster(cluster: string): Postmaster | null {
  const lines = readPidFile(cluster)
  const pid = Number(lines[0])
  if (!pid || !isPostmasterOf(pid, cluster)) return null
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', ready: (lines[7] ?? '').startsWith('ready') }
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map(line => line.trim())
  } catch {
    return []
  }
}

/** After a power cut the number in postmaster.pid may belong to any other process. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    const hidden = errorCode(error) === 'EACCES'
    return hidden && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  }
}

/** A small machine's settings: all that is written is on the disk before it is acknowledged. */
const SETTINGS = {
  shared_buffers: '64MB',
  // A sum over the work of five years fits in memory.
  work_mem: '16MB',
  max_connections: '40',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
}

/** Starts the server in a session of its own, so that a Ctrl+C in the terminal reaches us and not the server. */
export function startPostmaster(
  programs: Programs,
  cluster: string,
  account: ServerAccount,
  where: Record<string, string>,
  log: string,
): ChildProcess {
  removeStalePidFile(cluster)
  rotate(log)
  const settings = Object.entries({ ...SETTINGS, ...where }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'a', 0o600)
  try {
    if (account) fchownSync(output, account.uid, account.gid)
    const options = { ...spawnAs(account), detached: true, stdio: ['ignore', output, output] as ('ignore' | number)[] }
    const child = spawn(programFile(programs, 'postgres'), ['-D', cluster, ...settings], options)
    child.unref()
    return child
  } finally {
    closeSync(output)
  }
}

// PostgreSQL itself gives up where the number in its file is alive, whoever has it now; its shared memory still guards the cluster.
function removeStalePidFile(cluster: string): void {
  const pid = Number(readPidFile(cluster)[0])
  if (pid && isAlive(pid) && !findPostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`)
}

/** Waits until the server takes connections; null where it ended instead (or another process was first). Crash recovery may take minutes. */
export async function waitUntilReady(cluster: string, hasEnded: () => boolean, minutes = 10): Promise<Postmaster | null> {
  const deadline = Date.now() + minutes * 60_000
  while (Date.now() < deadline) {
    const found = findPostmaster(cluster)
    if (found?.ready) return found
    if (!found && hasEnded()) return null
    await sleep(POLL_MS)
  }
  throw new LaunchRefused(
    `PostgreSQL không sẵn sàng sau ${minutes} phút: hãy xem tệp nhật ký postgres.log trong thư mục dữ liệu.`,
  )
}

/** Fast shutdown: open transactions are rolled back, everything committed is on the disk. Waits until the server is gone. */
export async function stopPostmaster(programs: Programs, cluster: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(programFile(programs, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-W'], spawnAs(null))
  } else if (isAlive(pid)) process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 60_000
  while (isAlive(pid) && findPostmaster(cluster)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (${pid}) did not stop within a minute`)
    await sleep(POLL_MS)
  }
}
