import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A headless Chromium: the system's where there is one, else the one shipped through npm with its libraries
 * (PHOIHOP_TEST_CHROMIUM=npm takes that one in any case).
 */
export async function launchChromium(): Promise<Browser> {
  const system = process.env['PHOIHOP_TEST_CHROMIUM'] === 'npm' ? undefined : SYSTEM.find(file => existsSync(file))
  if (system) return chromium.launch({ executablePath: system, args: QUIET })
  const { default: shipped } = await import('@sparticuz/chromium')
  const executablePath = await shipped.executablePath()
  const libraries = await unpackLibraries()
  const env = { ...process.env, LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') }
  return chromium.launch({ executablePath, args: [...QUIET, ...shipped.args], env, headless: true })
}

/** The shared libraries that a bare machine lacks, out of the package's al2023.tar.br. Returns their folder. */
async function unpackLibraries(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packed = [join(dirname(main), '../bin/al2023.tar.br'), join(dirname(main), '../../bin/al2023.tar.br')].find(file =>
    existsSync(file),
  )
  if (!packed) throw new Error('@sparticuz/chromium ships no al2023.tar.br')
  const target = join(tmpdir(), 'phoihop-chromium-libraries')
  for (const { name, bytes } of readTar(brotliDecompressSync(await readFile(packed)))) {
    const file = join(target, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  return join(target, 'lib')
}

/** Regular files of a ustar archive. */
function* readTar(tar: Buffer): Generator<{ name: string; bytes: Buffer }> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + 512)
    const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12).trim(), 8)
    if (text(156, 1) === '0' || text(156, 1) === '') yield { name: text(0, 100), bytes: tar.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
