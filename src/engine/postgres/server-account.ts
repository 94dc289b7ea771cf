import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** The account that the database programs run as; null: the one that runs us. */
export type ServerAccount = { uid: number; gid: number; name: string } | null

const NOBODY = 65534

/** PostgreSQL refuses to run as root: the account "postgres" of this passwd text takes its place, else nobody (65534). */
export function accountInPlaceOfRoot(passwd: string): NonNullable<ServerAccount> {
  const fields = passwd
    .split('\n')
    .find(line => line.startsWith('postgres:'))
    ?.split(':')
  if (!fields) return { uid: NOBODY, gid: NOBODY, name: 'nobody' }
  return { uid: Number(fields[2]), gid: Number(fields[3]), name: 'postgres' }
}

/** Who runs the database programs for us. An existing cluster is run by its owner, whoever started it first. */
export function chooseAccount(cluster: string): ServerAccount {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` }
  return accountInPlaceOfRoot(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
}

/** Whether the account can enter the folder or run the file. Asks the system, which knows ACLs and mounts better than mode bits tell. */
export function canReach(account: ServerAccount, path: string): boolean {
  if (!account) return true
  return spawnSync('test', ['-x', path], { uid: account.uid, gid: account.gid, cwd: '/' }).status === 0
}
