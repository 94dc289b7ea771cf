import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../src/app/config.ts'

export type BenchServer = {
  url: string
  /** Milliseconds from the start of the process until it answered GET /. */
  startedIn: number
  /** Highest resident memory of the server process until now, its threads included; null where the system does not tell. */
  peakMb: () => number | null
  stop: () => Promise<void>
}

const PATIENCE_MS = 120_000

/** Starts the product as a person does, on a free port, and waits until it answers. */
export async function startServer(dataDir: string): Promise<BenchServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const begin = performance.now()
  const args = [join(root, 'bin/phoihop.mjs'), 'serve', '--data', dataDir, '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`)
    if (performance.now() - begin > PATIENCE_MS) throw new Error('the server did not answer in time')
    await sleep(10)
  }
  const startedIn = performance.now() - begin
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, startedIn, stop, peakMb: () => peakMbOfChild(child.pid!) }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async response => (await response.text()).length > 0 && response.ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** bin/phoihop.mjs only starts the right Node: the server is its child. Linux tells its high-water mark. */
function peakMbOfChild(launcher: number): number | null {
  const children = `/proc/${launcher}/task/${launcher}/children`
  if (!existsSync(children)) return null
  const [pid] = readFileSync(children, 'utf8').trim().split(' ')
  const [, peakKb] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return peakKb ? Number(peakKb) / 1024 : null
}
