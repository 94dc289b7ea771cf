import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig, type QueryResultRow } from 'pg'

/** Tests only: a data folder of its own that every account may enter, as a server's account must. */
export function scratchFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'phoihop-test-'))
  chmodSync(dir, 0o755)
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** Tests only: one statement on a connection of its own. */
export async function ask<Row extends QueryResultRow>(config: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Tests only: a Node of its own that launches the database of the folder, prints the server's process id and then only waits. */
export async function launchInChild(options: object): Promise<{ pid: number; kill: () => Promise<void> }> {
  const launcher = new URL('launch.ts', import.meta.url).href
  const script = `
    const { launchPostgres } = await import(${JSON.stringify(launcher)})
    await launchPostgres(${JSON.stringify(options)})
    console.log(process.pid)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await Promise.race([new Promise(resolve => child.stdout.once('data', resolve)), exit])
  if (child.exitCode !== null || !child.pid) throw new Error('the launching process ended')
  return {
    pid: child.pid,
    kill: () => {
      child.kill('SIGKILL')
      return exit
    },
  }
}
