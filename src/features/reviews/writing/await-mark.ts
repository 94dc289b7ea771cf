import { setTimeout as sleep } from 'node:timers/promises'
import type { PrepareContext } from '../../../engine/command.ts'
import { getRemark } from './remarks.ts'
import { bearsMark } from './take-in.ts'
import { openText } from './text.ts'
import { getText } from './text-store.ts'

/** A little longer than a room takes at most to keep what was written in it. */
const PATIENCE_MS = 3_000
const STEP_MS = 150

/** Waits until the mark of a remark that was just made has come from the room into the kept text. */
export async function awaitMark(read: PrepareContext['read'], remarkId: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const kept = await read(async db => getText(db, (await getRemark(db, remarkId)).reviewId))
    if (bearsMark(openText(kept.state), remarkId)) return
    await sleep(STEP_MS)
  }
}
