import type pg from 'pg'
import { errorText } from './error-code.ts'
import { connect } from './guard.ts'
import { LaunchRefused } from './launch-refused.ts'
import { LOWEST_MAJOR } from './programs.ts'

/** Tries the database of DATABASE_URL: it must answer, be PostgreSQL 15 or newer and keep UTF-8. Returns its version. */
export async function tryDatabaseUrl(config: pg.ClientConfig): Promise<string> {
  const client = await connectTo(config)
  try {
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding",
    )
    const { version, encoding } = rows[0]!
    if (Number.parseInt(version, 10) < LOWEST_MAJOR) {
      throw new LaunchRefused(
        `Máy chủ trong DATABASE_URL là PostgreSQL ${version}; phoihop cần PostgreSQL ${LOWEST_MAJOR} trở lên.`,
      )
    }
    if (encoding !== 'UTF8') {
      throw new LaunchRefused(`Cơ sở dữ liệu trong DATABASE_URL dùng bảng mã ${encoding}; phoihop cần một cơ sở dữ liệu UTF8.`)
    }
    return /^[\d.]+/.exec(version)?.[0] ?? version
  } finally {
    await client.end()
  }
}

// The sentence never repeats the address, which may hold a password.
async function connectTo(config: pg.ClientConfig): Promise<pg.Client> {
  try {
    return await connect(config)
  } catch (error) {
    throw new LaunchRefused(`Không kết nối được cơ sở dữ liệu trong DATABASE_URL: ${errorText(error)}.`, { cause: error })
  }
}
