import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type pg from 'pg'
import { loopbackPassword, OWNER } from './cluster.ts'
import type { Postmaster } from './postmaster.ts'
import type { ServerAccount } from './server-account.ts'

/** Where the server listens: a Unix socket only its account and root can open, or (Windows) loopback with a password. */
export type Door = { socketDir: string } | { port: number }

const SOCKET_PORT = 5432
const LONGEST_SOCKET_PATH = 103
const TEMPORARY = 'phoihop-pg-'

/** The door for a new start. The socket lies in the cluster, or in a short temporary folder where that path is too long for a socket. */
export async function chooseDoor(cluster: string, account: ServerAccount, loopback: boolean): Promise<Door> {
  if (loopback) return { port: await freePort() }
  const path = join(cluster, `.s.PGSQL.${SOCKET_PORT}`)
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH && !/[",]/.test(path)) return { socketDir: cluster }
  const socketDir = mkdtempSync(join(tmpdir(), TEMPORARY))
  if (account) chownSync(socketDir, account.uid, account.gid)
  return { socketDir }
}

export function doorSettings(door: Door): Record<string, string> {
  if ('port' in door) return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(door.port) }
  return {
    listen_addresses: '',
    unix_socket_directories: `"${door.socketDir}"`,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
  }
}

/** How to connect to a server that runs, as its postmaster.pid tells. Never over TLS: nothing leaves the machine. */
export function connection(server: Postmaster, dataDir: string, database = OWNER): pg.ClientConfig {
  const common = { user: OWNER, database, port: server.port, ssl: false }
  if (server.socketDir) return { ...common, host: server.socketDir }
  return { ...common, host: '127.0.0.1', password: loopbackPassword(dataDir) }
}

/** Takes a temporary socket folder away after the stop. */
export function removeDoor(socketDir: string): void {
  const ours = basename(socketDir).startsWith(TEMPORARY) && dirname(socketDir) === tmpdir()
  if (ours && existsSync(socketDir)) rmSync(socketDir, { recursive: true })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
