import type { Hocuspocus as RoomServer } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { Listening } from '../../../engine/db/listen.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { openText, textsOf } from './text.ts'
import type { TextSeat } from './text-seat.ts'
import { getText, keepText, lockText, type Writers } from './text-store.ts'

/** What the rooms stand on: who may join is asked like every question, and a text is kept by the one write that is no command. */
export type RoomGround = {
  seat: (acting: Acting, reviewId: string) => Promise<TextSeat>
  read: <T>(run: (db: ReadDb) => Promise<T>) => Promise<T>
  keep: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>
  listen: (channel: string, hear: (word: string) => void) => Promise<Listening>
}

/** Who sits at one end of a line. */
type Seated = { acting: Acting; seat?: TextSeat }
export type Rooms = { server: RoomServer<Seated>; close: () => Promise<void> }

const KEEP_AFTER_MS = 400
const KEEP_AT_LATEST_MS = 2_000
/** A text of sixty pages takes a tenth of this. */
const LARGEST_STATE = 8 * 1024 * 1024

/** The rooms in which texts are written: one for each review, in memory while somebody is in it, kept in the database. */
export async function openRooms(ground: RoomGround): Promise<Rooms> {
  // Loaded where rooms are opened, so that a command line without a server does without it.
  const { Hocuspocus } = await import('@hocuspocus/server')
  const writers = new Map<string, Writers>()
  const server = new Hocuspocus<Seated>({
    quiet: true,
    debounce: KEEP_AFTER_MS,
    maxDebounce: KEEP_AT_LATEST_MS,
    onAuthenticate: async ({ context, documentName, connectionConfig }) => {
      const seat = await ground.seat(context.acting, documentName)
      connectionConfig.readOnly = seat.readOnly
      return { ...context, seat }
    },
    onLoadDocument: async ({ documentName, document }) => {
      const kept = await ground.read(db => getText(db, documentName))
      writers.set(documentName, kept.writers)
      Y.applyUpdate(document, kept.state)
    },
    beforeHandleAwareness: async ({ states, context }) => {
      // A cursor bears the name of who sits there, whatever it says of itself.
      for (const state of states.values()) if (state['user'] && context?.seat) state['user'] = whoIs(context.seat)
    },
    onChange: async ({ documentName, update, context }) => {
      const known = writers.get(documentName)
      if (known && context.seat) enter(known, update, context.seat.bodyId)
    },
    onStoreDocument: async ({ documentName, document }) => {
      const kept = await ground.keep(tx => keep(tx, documentName, document, writers.get(documentName) ?? {}))
      if (!kept) server.closeConnections(documentName)
    },
    afterUnloadDocument: async ({ documentName }) => void writers.delete(documentName),
  })
  const listening = await ground.listen('review_text', reviewId => {
    const document = server.documents.get(reviewId)
    if (!document) return
    follow(ground, server, reviewId, document).catch(error => console.error('a shared text was not followed:', error))
  })
  return { server, close: () => closeRooms(server, listening) }
}

const whoIs = ({ bodyId, position, side, name }: TextSeat) => ({ bodyId, position, side, name })

/** Enters the side of every place that this change is the first to come from. */
function enter(writers: Writers, update: Uint8Array, bodyId: string): void {
  for (const { id } of Y.decodeUpdate(update).structs) writers[id.client] ??= bodyId
}

/** Keeps what is in the room together with what a command has written meanwhile. False where the text is no longer written. */
async function keep(tx: Tx, reviewId: string, document: Y.Doc, writers: Writers): Promise<boolean> {
  const kept = await lockText(tx, reviewId)
  if (!kept) return false
  const merged = openText(kept.state)
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(document))
  const state = Y.encodeStateAsUpdate(merged)
  if (state.byteLength > LARGEST_STATE) throw new Error('the shared text is too large to be kept')
  await keepText(tx, reviewId, { state, writers: { ...kept.writers, ...writers }, texts: textsOf(merged) })
  return true
}

/** Takes into the room what was kept elsewhere; whoever sits there is asked in anew where the review is no longer written. */
async function follow(ground: RoomGround, server: RoomServer<Seated>, reviewId: string, document: Y.Doc): Promise<void> {
  const kept = await ground.read(async db => {
    const { state } = await db.selectFrom('review').select('state').where('id', '=', reviewId).executeTakeFirstOrThrow()
    return { written: state === 'proposed', text: await getText(db, reviewId) }
  })
  if (!kept.written) return server.closeConnections(reviewId)
  Y.applyUpdate(document, kept.text.state, { source: 'local', skipStoreHooks: true })
}

async function closeRooms(server: RoomServer<Seated>, listening: Listening): Promise<void> {
  await listening.end()
  server.closeConnections()
  server.flushPendingStores()
  await Promise.all([...server.documents.values()].map(document => document.saveMutex.waitForUnlock()))
}
