import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseDoor, connection, doorSettings } from './door.ts'
import { errorCode, errorText } from './error-code.ts'
import { type Guard, openGuard } from './guard.ts'
import { LaunchRefused } from './launch-refused.ts'
import type { Place } from './place.ts'
import { findPostmaster, type Postmaster, startPostmaster, waitUntilReady } from './postmaster.ts'
import type { Programs } from './program-set.ts'

export type Joined = { server: Postmaster; guard: Guard; adopted: boolean }

const ATTEMPTS = 3
const PAUSE_MS = 20
const SHUTTING_DOWN = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT']

export const logFile = (place: Place): string => join(place.dataDir, 'postgres.log')

/**
 * Takes a share in the server that runs on the cluster, or starts one. Where two processes do so at once PostgreSQL lets one win and
 * the other joins it; a server caught while it stops is waited for and started anew.
 */
export async function joinServer(programs: Programs, place: Place, loopback: boolean): Promise<Joined> {
  for (let attempt = 1; attempt <= ATTEMPTS; ) {
    const running = findPostmaster(place.cluster)
    const started = running ? null : await start(programs, place, loopback)
    const server = running ? await waitUntilReady(place.cluster, () => true) : started?.server
    if (!server && !running) attempt++
    const guard = server ? await takePart(server, place) : null
    if (server && guard) return { server, guard, adopted: server.pid !== started?.pid }
    await sleep(PAUSE_MS)
  }
  throw new LaunchRefused(`PostgreSQL không khởi động được trên ${place.cluster}: ${lastComplaint(logFile(place))}`)
}

async function start(programs: Programs, place: Place, loopback: boolean) {
  const door = await chooseDoor(place.cluster, place.account, loopback)
  const child = startPostmaster(programs, place.cluster, place.account, doorSettings(door), logFile(place))
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  return { server: await waitUntilReady(place.cluster, () => ended), pid: child.pid }
}

/** Our share in the server; null where it is just stopping. */
async function takePart(server: Postmaster, place: Place): Promise<Guard | null> {
  const isThere = () => findPostmaster(place.cluster)?.pid === server.pid
  try {
    return await openGuard(connection(server, place.dataDir), isThere)
  } catch (error) {
    const code = errorCode(error)
    if (!code || SHUTTING_DOWN.includes(code)) return null
    throw new LaunchRefused(`PostgreSQL đang chạy trên ${place.cluster} nhưng không cho kết nối: ${errorText(error)}`, {
      cause: error,
    })
  }
}

function lastComplaint(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  const fatal = lines.findLast(line => /FATAL|PANIC|error/i.test(line))
  return `${fatal ?? 'không rõ nguyên nhân'} (xem ${log})`
}
