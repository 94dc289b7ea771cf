import { join } from 'node:path'

/** A folder with initdb, pg_ctl and postgres of one major. */
export type Programs = { origin: 'system' | 'npm'; bin: string; major: number }

export const suffix = process.platform === 'win32' ? '.exe' : ''

export const programFile = (programs: Programs, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(programs.bin, name + suffix)
