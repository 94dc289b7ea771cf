import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { errorCode } from './error-code.ts'
import { LaunchRefused } from './launch-refused.ts'
import { isAlive } from './process.ts'
import { type Programs, programFile } from './program-set.ts'
import type { ServerAccount } from './server-account.ts'

export const OWNER = 'phoihop'

/** The major that wrote the cluster; null where there is none yet. Refuses a folder that we may not read or that is something else. */
export function readMajor(cluster: string): number | null {
  if (!existsSync(cluster)) return null
  try {
    const major = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
    if (major > 0) return major
  } catch (error) {
    if (errorCode(error) === 'EACCES') {
      throw new LaunchRefused(
        `Không đọc được ${cluster} vì thư mục thuộc tài khoản khác: hãy chạy phoihop bằng đúng tài khoản đã tạo ra nó.`,
        { cause: error },
      )
    }
  }
  throw new LaunchRefused(
    `Thư mục ${cluster} không phải là một cơ sở dữ liệu PostgreSQL: hãy dời nó đi chỗ khác rồi khởi động lại.`,
  )
}

/** Environment for the programs: nothing of ours or the user's that would bend them. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const bending = /^(PG|LC_|LANG|LD_|DYLD_|NODE_)/
  const kept = Object.entries(process.env).filter(([name]) => !bending.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

export const spawnAs = (account: ServerAccount) => ({
  cwd: '/',
  env: programEnvironment(),
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
})

/**
 * Makes a cluster beside its final place and moves it there in one step, so that a killed or doubled initdb leaves nothing half done.
 * Returns whether the new cluster is ours; false: another process was first.
 */
export function createCluster(programs: Programs, cluster: string, account: ServerAccount, password: string | null): boolean {
  removeAbandoned(cluster)
  const fresh = mkdtempSync(`${cluster}.new-${process.pid}-`)
  const secret = `${fresh}.password`
  try {
    if (account) chownSync(fresh, account.uid, account.gid)
    if (password) writeSecret(secret, password, account)
    runInitdb(programs, fresh, account, password ? secret : null)
    renameSync(fresh, cluster)
    return true
  } catch (error) {
    if (existsSync(join(cluster, 'PG_VERSION'))) return false
    throw error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(secret, { force: true })
  }
}

/** Takes away what a process killed during initdb left. */
function removeAbandoned(cluster: string): void {
  const name = `${basename(cluster)}.new-`
  for (const entry of readdirSync(dirname(cluster)).filter(entry => entry.startsWith(name))) {
    if (!isAlive(Number.parseInt(entry.slice(name.length), 10)))
      rmSync(join(dirname(cluster), entry), { recursive: true, force: true })
  }
}

// Locale C is the same on every machine and major; Vietnamese order is asked for in queries, COLLATE "vi-x-icu".
function runInitdb(programs: Programs, folder: string, account: ServerAccount, passwordFile: string | null): void {
  const auth = passwordFile ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth-local=trust', '--auth-host=reject']
  const args = ['-D', folder, '-U', OWNER, '-E', 'UTF8', '--locale-provider=libc', '--locale=C', '--data-checksums', ...auth]
  const done = spawnSync(programFile(programs, 'initdb'), args, { ...spawnAs(account), encoding: 'utf8' })
  if (done.status === 0) return
  const why = (done.error?.message ?? done.stderr ?? '').trim()
  throw new LaunchRefused(`Không tạo được cơ sở dữ liệu mới trong ${folder}: ${why}`)
}

function writeSecret(file: string, password: string, account: ServerAccount): void {
  writeFileSync(file, password, { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
}

/** The cluster's password where it listens on loopback (no Unix sockets); made at the first start, readable by its owner only. */
export function loopbackPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
