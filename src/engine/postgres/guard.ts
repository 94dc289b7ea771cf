import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { OWNER } from './cluster.ts'
import { errorCode } from './error-code.ts'

/**
 * A connection that every process holds as long as it uses the server. Its shared lock counts the users, so that only the last one
 * stops the server; its end tells that the server is gone. Both die with the process, however that ends.
 */
export type Guard = {
  version: string
  /** Gives up our share. True: nobody else holds one and none can join any more; the caller stops the server. */
  release: () => Promise<boolean>
  close: () => Promise<void>
  onLost: (listener: () => void) => void
}

const SHARE = 7400
const PAUSE_MS = 50

/** Connects, makes the database where it is absent and takes a share in the server. `isThere` tells whether the server still lives. */
export async function openGuard(config: ClientConfig, isThere: () => boolean): Promise<Guard> {
  const listeners: (() => void)[] = []
  let client = await takeShare(config)
  const state = { leaving: false }

  const regain = async () => {
    while (!state.leaving && isThere()) {
      const again = await takeShare(config).catch(() => null)
      if (again) return watch(again)
      await sleep(PAUSE_MS)
    }
    if (!state.leaving) for (const listener of listeners) listener()
  }
  const watch = (held: Client) => {
    client = held
    held.once('end', () => void regain())
  }
  watch(client)

  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  return {
    version: /^[\d.]+/.exec(rows[0]?.server_version ?? '')?.[0] ?? '',
    release: () => {
      state.leaving = true
      return releaseShare(client)
    },
    close: () => client.end().catch(() => undefined),
    onLost: listener => void listeners.push(listener),
  }
}

async function takeShare(config: ClientConfig): Promise<Client> {
  const client = await connectOrCreate(config)
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [SHARE])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

async function releaseShare(client: Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [SHARE])
    const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [SHARE])
    if (!rows[0]?.last) return false
    await client.query('CHECKPOINT')
    return true
  } catch {
    return true
  }
}

async function connectOrCreate(config: ClientConfig): Promise<Client> {
  try {
    return await connect(config)
  } catch (error) {
    if (errorCode(error) !== '3D000') throw error
    await createDatabase(config)
    return connect(config)
  }
}

/** A connected client whose loss is told by 'end' alone. */
export async function connect(config: ClientConfig): Promise<Client> {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function createDatabase(config: ClientConfig): Promise<void> {
  const client = await connect({ ...config, database: 'postgres' })
  try {
    await client.query(`CREATE DATABASE ${OWNER}`)
  } catch (error) {
    const madeByAnother = ['42P04', '23505'].includes(errorCode(error))
    if (!madeByAnother) throw error
  } finally {
    await client.end()
  }
}
