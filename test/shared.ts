import { existsSync } from 'node:fs'
import { join } from 'node:path'

const place = join(import.meta.dirname, '../../shared')

/** The folder with third-party files that some tests read; null on a machine without it, where those tests count as skipped. */
export const shared: string | null = existsSync(place) ? place : null

if (!shared) console.log('../shared is absent: the tests that read it are skipped')
