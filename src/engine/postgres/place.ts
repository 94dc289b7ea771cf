import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyPrograms } from './npm-programs.ts'
import type { Programs } from './program-set.ts'
import { canReach, chooseAccount, type ServerAccount } from './server-account.ts'

/** Where a cluster lives and who runs it. */
export type Place = { dataDir: string; cluster: string; account: ServerAccount; notes: string[] }

/** For data and programs that the server's account cannot reach in the clone, as under /root. */
const ELSEWHERE = '/var/lib/phoihop'

/**
 * The cluster's folder: `<dataDir>/postgres`, or under `elsewhere` where the server's account cannot enter dataDir. A cluster once made
 * elsewhere stays in use there, also when dataDir is opened later.
 */
export function choosePlace(dataDir: string, elsewhere = ELSEWHERE): Place {
  mkdirSync(dataDir, { recursive: true })
  const real = realpathSync(dataDir)
  const cluster = join(real, 'postgres')
  const away = join(elsewhere, nameFor(real), 'postgres')
  const account = chooseAccount(cluster)
  if (existsSync(cluster) || !existsSync(away)) {
    if (account) letIn(account, real)
    if (canReach(account, real)) return { dataDir: real, cluster, account, notes: [] }
  }
  mkdirSync(dirname(away), { recursive: true, mode: 0o755 })
  const note = `Tài khoản chạy PostgreSQL không vào được ${real}, nên cơ sở dữ liệu nằm ở ${away}.`
  return { dataDir: real, cluster: away, account: chooseAccount(away), notes: [note] }
}

/** A data folder that root keeps to itself, in a place open to all, lets the account's group pass through, and nobody else. */
function letIn(account: NonNullable<ServerAccount>, dataDir: string): void {
  const { uid, gid, mode } = statSync(dataDir)
  const isRootsOwn = uid === 0 && gid === 0 && (mode & 0o077) === 0
  if (!isRootsOwn || !canReach(account, dirname(dataDir))) return
  chownSync(dataDir, uid, account.gid)
  chmodSync(dataDir, (mode & 0o700) | 0o010)
}

/** One name per data folder, so that two clones on one machine never share a cluster. */
function nameFor(dataDir: string): string {
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 8)
  return `${basename(dirname(dataDir)) || 'root'}-${digest}`
}

/** Programs that the server's account can run: these, or a copy of the npm-shipped ones under `elsewhere`. */
export function programsInReach(programs: Programs, account: ServerAccount, elsewhere = ELSEWHERE): Programs {
  if (programs.origin !== 'npm' || canReach(account, join(programs.bin, 'postgres'))) return programs
  return copyPrograms(programs, elsewhere)
}
