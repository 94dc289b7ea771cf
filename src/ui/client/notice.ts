import { makeStore } from './store.ts'

export type Notice = { key: number; sentence: string; undo: (() => Promise<unknown>) | null }

/** The one sentence that stands at the foot of the screen and is read aloud. */
export const notice = makeStore<Notice | null>(null)
let count = 0

/** Tells that something is done; with `undo` a button stands beside it for ten seconds. */
export function tell(sentence: string, undo: (() => Promise<unknown>) | null = null): void {
  count += 1
  notice.set({ key: count, sentence, undo })
}
