import { readFile as readBytes } from 'node:fs/promises'
import { serve } from '../../engine/workers/serve.ts'
import { readFile } from '../../formats/read-file.ts'
import type { DraftSource } from './contract.ts'
import { readProgramme } from './reading/read-programme.ts'
import type { ImportResult } from './reading/result.ts'
import { storable } from './storable.ts'

export type ReadingTask = { path: string; name: string }
export type ReadingProgress = { done: number; total: number }
/** `doubts`, of a scan: by the path of a clause, its words that may have been read wrong. */
export type Read = { source: DraftSource; result: ImportResult; doubts?: Record<string, string[]> }

serve({
  async answer({ path, name }: ReadingTask, report): Promise<Read> {
    const file = { name, bytes: new Uint8Array(await readBytes(path)) }
    const source = await readFile(file, (done, total) => report({ done, total } satisfies ReadingProgress))
    const result = readProgramme(source)
    const { format, text, pages, notes } = source
    return storable({ source: { format, text, pages: pages.length, notes }, result })
  },
})
