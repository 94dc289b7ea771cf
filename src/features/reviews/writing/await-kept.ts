import { setTimeout as sleep } from 'node:timers/promises'
import type { Doc } from 'yjs'
import type { PrepareContext } from '../../../engine/command.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { openText } from './text.ts'
import { getText } from './text-store.ts'

/** A little longer than a room takes at most to keep what was written in it. */
const PATIENCE_MS = 3_000
const STEP_MS = 150

type Awaited = { reviewOf: (db: ReadDb) => Promise<string>; has: (doc: Doc) => boolean }

/** Waits until something that the asker has just written has come from the room into the kept text, and with it all that was written before. */
export async function awaitKept(read: PrepareContext['read'], { reviewOf, has }: Awaited): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const kept = await read(async db => getText(db, await reviewOf(db)))
    if (has(openText(kept.state))) return
    await sleep(STEP_MS)
  }
}
