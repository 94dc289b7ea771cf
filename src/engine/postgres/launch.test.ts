import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchPostgres } from './launch.ts'
import { LaunchRefused } from './launch-refused.ts'
import { findPostmaster } from './postmaster.ts'
import { listPrograms } from './programs.ts'
import { ask, launchInChild, scratchFolder } from './scratch.ts'

let scratch: ReturnType<typeof scratchFolder>
beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(async () => {
  const left = findPostmaster(join(scratch.dir, 'postgres'))
  if (left) await launchPostgres({ dataDir: scratch.dir }).then(database => database.stop())
  scratch.remove()
})

const has = (programs: 'system' | 'npm') => [...listPrograms(programs)].length > 0

describe.each(['system', 'npm'] as const)('on the %s programs', programs => {
  const launch = (more: object = {}) => launchPostgres({ dataDir: scratch.dir, programs, ...more })

  test.skipIf(!has(programs))('what was written is there after a stop and a second start', async () => {
    const first = await launch()
    await ask(first.config, "CREATE TABLE note AS SELECT 'Tổ hòa giải thôn Đăk Mế' AS text")
    await first.stop()
    expect(findPostmaster(join(scratch.dir, 'postgres'))).toBeNull()
    const second = await launch()
    expect(second).toMatchObject({ origin: programs, notes: [] })
    expect(await ask(second.config, 'SELECT text FROM note')).toEqual([{ text: 'Tổ hòa giải thôn Đăk Mế' }])
    await second.stop()
  })

  test.skipIf(!has(programs))(
    'the cluster keeps UTF-8, checksums its pages, syncs its writes and knows the order of Vietnamese',
    async () => {
      const database = await launch()
      const [row] = await ask(
        database.config,
        `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
         current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses,
         (SELECT string_agg(w, ' ' ORDER BY w COLLATE "vi-x-icu") FROM unnest(ARRAY['đa', 'mạ', 'ân', 'da', 'ăn', 'an', 'ma']) w) AS words`,
      )
      expect(row).toEqual({ encoding: 'UTF8', checksums: 'on', fsync: 'on', addresses: '', words: 'an ăn ân da đa ma mạ' })
      await database.stop()
    },
  )

  test.skipIf(!has(programs))('a server left alive by a killed process is adopted with its data', async () => {
    const launcher = await launchInChild({ dataDir: scratch.dir, programs })
    const before = findPostmaster(join(scratch.dir, 'postgres'))
    await launcher.kill()
    const database = await launch()
    expect(findPostmaster(join(scratch.dir, 'postgres'))?.pid).toBe(before?.pid)
    expect(database.notes.join()).toContain(`tiến trình ${before?.pid}`)
    await database.stop()
    expect(findPostmaster(join(scratch.dir, 'postgres'))).toBeNull()
  })

  test.skipIf(!has(programs))(
    'two starts at once on an empty folder share one server, and the last to leave stops it',
    async () => {
      const [one, two] = await Promise.all([launchInChild({ dataDir: scratch.dir, programs }), launch()])
      await ask(two.config, 'CREATE TABLE shared (n int)')
      await two.stop()
      expect(findPostmaster(join(scratch.dir, 'postgres'))).not.toBeNull()
      await one.kill()
      const last = await launch()
      expect(await ask(last.config, 'SELECT count(*)::int AS n FROM shared')).toEqual([{ n: 0 }])
      await last.stop()
      expect(findPostmaster(join(scratch.dir, 'postgres'))).toBeNull()
      expect(readdirSync(scratch.dir).toSorted()).toEqual(['postgres', 'postgres.log'])
    },
  )

  test.skipIf(!has(programs))('a path too long for a socket is no obstacle', async () => {
    const dataDir = join(scratch.dir, 'Tài liệu chương trình phối hợp', 'năm 2026 '.repeat(8).trim())
    const database = await launch({ dataDir })
    expect(await ask(database.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(existsSync(String(database.config.host))).toBe(false)
  })

  test.skipIf(!has(programs))('where there are no Unix sockets it listens on loopback and asks for the password', async () => {
    const database = await launch({ loopback: true })
    expect(database.config.host).toBe('127.0.0.1')
    expect(await ask(database.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await expect(ask({ ...database.config, password: 'sai' }, 'SELECT 1')).rejects.toThrow('password authentication failed')
    await database.stop()
    expect(statSync(join(scratch.dir, 'postgres-password')).mode & 0o777).toBe(0o600)
  })

  test.skipIf(!has(programs))('a server that is killed is reported, and the next start recovers what was committed', async () => {
    const database = await launch()
    await ask(database.config, 'CREATE TABLE kept AS SELECT 7 AS n')
    const gone = new Promise<string>(resolve => database.onExit(resolve))
    process.kill(findPostmaster(join(scratch.dir, 'postgres'))!.pid, 'SIGKILL')
    expect(await gone).toContain('đã dừng ngoài ý muốn')
    const again = await launch()
    expect(await ask(again.config, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await again.stop()
  })
})

test('a postmaster.pid whose number belongs to another process does not stop the start', async () => {
  await launchPostgres({ dataDir: scratch.dir }).then(database => database.stop())
  const cluster = join(scratch.dir, 'postgres')
  writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, cluster, 1, 5432, cluster, '', '', 'ready', ''].join('\n'))
  const database = await launchPostgres({ dataDir: scratch.dir })
  expect(database.notes).toEqual([])
  await database.stop()
})

test('data of a major that has no programs here is refused in one sentence naming backup and restore', async () => {
  mkdirSync(join(scratch.dir, 'postgres'))
  writeFileSync(join(scratch.dir, 'postgres', 'PG_VERSION'), '14\n')
  const refused = launchPostgres({ dataDir: scratch.dir })
  await expect(refused).rejects.toBeInstanceOf(LaunchRefused)
  await expect(refused).rejects.toThrow(/PostgreSQL 14 .*phoihop backup.*phoihop restore/)
  expect(readdirSync(join(scratch.dir, 'postgres'))).toEqual(['PG_VERSION'])
})

test('a folder that is no cluster is refused and left alone', async () => {
  mkdirSync(join(scratch.dir, 'postgres'))
  writeFileSync(join(scratch.dir, 'postgres', 'so-tay.txt'), 'của người dùng')
  await expect(launchPostgres({ dataDir: scratch.dir })).rejects.toThrow('không phải là một cơ sở dữ liệu PostgreSQL')
  expect(readFileSync(join(scratch.dir, 'postgres', 'so-tay.txt'), 'utf8')).toBe('của người dùng')
})

test('a data folder that cannot be written is refused in one sentence', async () => {
  writeFileSync(join(scratch.dir, 'data'), 'một tệp, không phải thư mục')
  const refused = launchPostgres({ dataDir: join(scratch.dir, 'data') })
  await expect(refused).rejects.toBeInstanceOf(LaunchRefused)
  await expect(refused).rejects.toThrow('Không ghi được vào thư mục dữ liệu')
})

test('DATABASE_URL is used as it stands, and an unreachable one is refused without showing its password', async () => {
  const own = await launchPostgres({ dataDir: scratch.dir, loopback: true })
  const { user, password, port } = own.config
  const url = `postgres://${user}:${String(password)}@127.0.0.1:${port}/phoihop`
  const database = await launchPostgres({ dataDir: join(scratch.dir, 'unused'), databaseUrl: url })
  expect(database).toMatchObject({ origin: 'url', version: own.version })
  await database.stop()
  expect(await ask(own.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await own.stop()
  const refusal = await launchPostgres({ dataDir: scratch.dir, databaseUrl: url }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(LaunchRefused)
  expect(String(refusal)).toContain('DATABASE_URL')
  expect(String(refusal)).not.toContain(String(password))
})

test('another ICU version than that of the indexes rebuilds them and says so once', async () => {
  const first = await launchPostgres({ dataDir: scratch.dir })
  await ask(first.config, `UPDATE pg_collation SET collversion = '0' WHERE collname = 'vi-x-icu'`)
  await first.stop()
  const second = await launchPostgres({ dataDir: scratch.dir })
  expect(second.notes.join()).toContain('các chỉ mục đã được dựng lại')
  await second.stop()
  const third = await launchPostgres({ dataDir: scratch.dir })
  expect(third.notes).toEqual([])
  await third.stop()
})

test('what a process killed while it made a cluster left behind is taken away, what a living one makes is not', async () => {
  const [dead, living] = ['postgres.new-999999999-abc', `postgres.new-${process.pid}-abc`]
  for (const name of [dead, living]) mkdirSync(join(scratch.dir, name))
  await launchPostgres({ dataDir: scratch.dir }).then(database => database.stop())
  expect(readdirSync(scratch.dir).toSorted()).toEqual(['postgres', 'postgres.log', living])
})

test('a grown log is put aside at the start', async () => {
  writeFileSync(join(scratch.dir, 'postgres.log'), 'x'.repeat(5_000_001))
  const database = await launchPostgres({ dataDir: scratch.dir })
  await database.stop()
  expect(statSync(join(scratch.dir, 'postgres.log.1')).size).toBe(5_000_001)
  expect(statSync(join(scratch.dir, 'postgres.log')).size).toBeLessThan(100_000)
})
