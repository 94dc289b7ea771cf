// The Node that this product is tried with comes through npm, as optional dependencies per platform.
// Every entry point asks here, so that an older system Node only starts the right one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const WANTED_MAJOR = 24

/** Path of the pinned Node, or null where npm ships none for this platform. */
export function pinnedNode() {
  const suffix = process.platform === 'win32' ? 'win' : process.platform
  for (const name of [`node-${suffix}-${process.arch}`, `node-bin-${suffix}-${process.arch}`]) {
    const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(file)) return file
  }
  return null
}

const major = Number(process.versions.node.split('.')[0])

/** The Node to go on with: this one where its major is right, else the pinned one. Ends the process where there is neither. */
function nodeToUse() {
  if (major === WANTED_MAJOR) return process.execPath
  const pinned = pinnedNode()
  if (pinned) return pinned
  if (major > WANTED_MAJOR) return process.execPath
  console.error(`phoihop cần Node ${WANTED_MAJOR}. Chạy lại "npm ci" (không bỏ qua gói tùy chọn), hoặc cài Node ${WANTED_MAJOR}.`)
  process.exit(1)
}

/** Runs `args` with the right Node in a child process, passes signals on, and ends with its exit code. */
export function runWithPinnedNode(args) {
  const node = nodeToUse()
  // What Node made of our sources is kept: the next start is twice as quick and takes less memory.
  const kept = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/phoihop') }
  const env = { ...kept, ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  // Small semi-spaces: the live heap is small, and a weak machine has better use for the memory.
  const child = spawn(node, ['--max-semi-space-size=8', ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
