import { chmodSync, cpSync, existsSync, mkdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchPostgres } from './launch.ts'
import { findNpmPrograms, hydrateSymlinks } from './npm-programs.ts'
import { choosePlace, programsInReach } from './place.ts'
import { ask, scratchFolder } from './scratch.ts'
import { accountInPlaceOfRoot } from './server-account.ts'

const isRoot = process.getuid?.() === 0
const shipped = findNpmPrograms()
let scratch: ReturnType<typeof scratchFolder>
beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(() => scratch.remove())

test('the account postgres takes the place of root, else nobody', () => {
  expect(accountInPlaceOfRoot('root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/var/lib/postgresql:/bin/bash\n')).toEqual({
    uid: 101,
    gid: 104,
    name: 'postgres',
  })
  expect(accountInPlaceOfRoot('root:x:0:0::/root:/bin/sh\n')).toEqual({ uid: 65534, gid: 65534, name: 'nobody' })
})

test.skipIf(!shipped)('links that a skipped install script left out are made again', () => {
  const folder = join(scratch.dir, 'package')
  cpSync(dirname(dirname(shipped!.bin)), folder, { recursive: true, verbatimSymlinks: true })
  const link = join(folder, 'native/lib/libicuuc.so.60')
  const before = readlinkSync(link)
  rmSync(link)
  hydrateSymlinks(folder)
  expect(readlinkSync(link)).toBe(before)
})

describe.skipIf(!isRoot)('started as root', () => {
  test('the server runs as another account, which owns the cluster', async () => {
    const database = await launchPostgres({ dataDir: scratch.dir })
    expect(statSync(join(scratch.dir, 'postgres')).uid).not.toBe(0)
    expect(await ask(database.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
  })

  test('a closed data folder sends the cluster elsewhere, says so, and finds it again', async () => {
    const elsewhere = join(scratch.dir, 'elsewhere')
    const dataDir = join(scratch.dir, 'closed', 'data')
    mkdirSync(dataDir, { recursive: true })
    chmodSync(dirname(dataDir), 0o700)
    const first = await launchPostgres({ dataDir, elsewhere })
    expect(first.notes.join(' ')).toContain(`không vào được ${dataDir}`)
    await ask(first.config, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    const second = await launchPostgres({ dataDir, elsewhere })
    expect(await ask(second.config, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await second.stop()
    chmodSync(dirname(dataDir), 0o755)
    const opened = await launchPostgres({ dataDir, elsewhere })
    expect(await ask(opened.config, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await opened.stop()
  })

  test('a data folder that only root may enter lets the account pass and nobody else', async () => {
    const dataDir = join(scratch.dir, 'data')
    mkdirSync(dataDir, { mode: 0o700 })
    const database = await launchPostgres({ dataDir })
    expect(database.config.host).toBe(join(dataDir, 'postgres'))
    await database.stop()
    expect(statSync(dataDir).mode & 0o777).toBe(0o710)
  })

  test('two closed data folders never share a cluster', () => {
    const places = ['a', 'b'].map(name => {
      const dataDir = join(scratch.dir, name, 'data')
      mkdirSync(dataDir, { recursive: true })
      chmodSync(dirname(dataDir), 0o700)
      return choosePlace(dataDir, join(scratch.dir, 'elsewhere')).cluster
    })
    expect(new Set(places).size).toBe(2)
  })

  test.skipIf(!shipped)('npm-shipped programs in a closed folder are copied to where they run', async () => {
    const closed = join(scratch.dir, 'closed')
    cpSync(dirname(dirname(shipped!.bin)), join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
    chmodSync(closed, 0o700)
    const { account } = choosePlace(join(scratch.dir, 'data'))
    const elsewhere = join(scratch.dir, 'elsewhere')
    const copied = programsInReach({ ...shipped!, bin: join(closed, 'package/native/bin') }, account, elsewhere)
    expect(copied.bin.startsWith(elsewhere)).toBe(true)
    expect(programsInReach(copied, account, elsewhere)).toEqual(copied)
  })
})
