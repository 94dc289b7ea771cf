import { readFile as readBytes } from 'node:fs/promises'
import { serve } from '../../engine/workers/serve.ts'
import { readFile } from '../../formats/read-file.ts'
import type { DraftSource } from './contract.ts'
import { readProgramme } from './reading/read-programme.ts'
import type { ImportResult } from './reading/result.ts'

export type ReadingTask = { path: string; name: string }
export type ReadingProgress = { done: number; total: number }
export type Read = { source: DraftSource; result: ImportResult }

serve({
  async answer({ path, name }: ReadingTask, report): Promise<Read> {
    const file = { name, bytes: new Uint8Array(await readBytes(path)) }
    const source = await readFile(file, (done, total) => report({ done, total } satisfies ReadingProgress))
    const result = readProgramme(source)
    const { format, text, pages, notes } = source
    return storable({ source: { format, text, pages: pages.length, notes }, result })
  },
})

/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair; one character stands for one, so that spans stay. */
const storable = (read: Read): Read =>
  JSON.parse(
    JSON.stringify(read, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', ' ').toWellFormed() : value)),
  ) as Read
