import type { Hocuspocus as RoomServer } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { Listening } from '../../../engine/db/listen.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { openText, textsOf } from './text.ts'
import type { TextSeat } from './text-seat.ts'
import { getText, keepText, lockText, revisionOf, type Writers } from './text-store.ts'

/** What the rooms stand on: who may join is asked like every question, and a text is kept by the one write that is no command. */
export type RoomGround = {
  seat: (acting: Acting, reviewId: string) => Promise<TextSeat>
  read: <T>(run: (db: ReadDb) => Promise<T>) => Promise<T>
  keep: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>
  listen: (channel: string, hear: (word: string) => void) => Promise<Listening>
  /** In bytes of its state. */
  largestText: number
}

/** Who sits at one end of a line. */
type Seated = { acting: Acting; seat?: TextSeat }
export type Rooms = { server: RoomServer<Seated>; close: () => Promise<void> }

const KEEP_AFTER_MS = 400
const KEEP_AT_LATEST_MS = 2_000
/** The first message of a joining only asks what is there; all others bring something. */
const ASKING = 0

/** What is known of a room beside its document: the side of each writing place, about how large its state is, and which keeping it holds. */
type Known = { writers: Writers; size: number; revision: number }

/** The rooms in which texts are written: one for each review, in memory while somebody is in it, kept in the database. */
export async function openRooms(ground: RoomGround): Promise<Rooms> {
  // Loaded where rooms are opened, so that a command line without a server does without it.
  const { Hocuspocus } = await import('@hocuspocus/server')
  const known = new Map<string, Known>()
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
      known.set(documentName, { writers: kept.writers, size: kept.state.byteLength, revision: kept.revision })
      Y.applyUpdate(document, kept.state)
    },
    beforeHandleAwareness: async ({ states, context }) => {
      // A cursor bears the name of who sits there, whatever it says of itself.
      for (const state of states.values()) if (state['user'] && context?.seat) state['user'] = whoIs(context.seat)
    },
    beforeSync: async ({ documentName, type, payload }) => {
      // Refused before it is taken in: what was taken in once must be kept.
      const size = (known.get(documentName)?.size ?? 0) + payload.byteLength
      if (type !== ASKING && size > ground.largestText) throw new Error('a shared text grows too large')
    },
    onChange: async ({ documentName, update, context }) => {
      const room = known.get(documentName)
      if (!room) return
      room.size += update.byteLength
      if (context.seat) enter(room.writers, update, context.seat.bodyId)
    },
    onStoreDocument: async ({ documentName, document }) => {
      const room = known.get(documentName)
      if (!room) return
      const kept = await ground.keep(tx => keep(tx, documentName, document, room))
      if (kept === null) server.closeConnections(documentName)
      else Object.assign(room, kept)
    },
    afterUnloadDocument: async ({ documentName }) => void known.delete(documentName),
  })
  const listening = await ground.listen('review_text', reviewId => {
    const [document, room] = [server.documents.get(reviewId), known.get(reviewId)]
    if (!document || !room) return
    follow(ground, server, { reviewId, document, room }).catch(error => console.error('a shared text was not followed:', error))
  })
  return { server, close: () => closeRooms(server, listening) }
}

const whoIs = ({ bodyId, position, side, name }: TextSeat) => ({ bodyId, position, side, name })

/** Enters the side of every place that this change is the first to come from. */
function enter(writers: Writers, update: Uint8Array, bodyId: string): void {
  for (const { id } of Y.decodeUpdate(update).structs) writers[id.client] ??= bodyId
}

/** Keeps what is in the room together with what was kept elsewhere meanwhile. Returns what is known of it, null where it is no longer written. */
async function keep(tx: Tx, reviewId: string, document: Y.Doc, { writers, revision }: Known) {
  const kept = await lockText(tx, reviewId)
  if (!kept) return null
  // Where nobody else has kept anything, what is in the room is all there is.
  const merged = kept.revision === revision ? document : openText(kept.state)
  if (merged !== document) Y.applyUpdate(merged, Y.encodeStateAsUpdate(document))
  const state = Y.encodeStateAsUpdate(merged)
  const now = await keepText(tx, reviewId, { state, writers: { ...kept.writers, ...writers }, texts: textsOf(merged) })
  // What came from elsewhere is not in the room yet.
  return { size: state.byteLength, revision: merged === document ? now : revision }
}

/** Takes into the room what was kept elsewhere; whoever sits there is asked in anew where the review is no longer written. */
async function follow(ground: RoomGround, server: RoomServer<Seated>, { reviewId, document, room }: Followed): Promise<void> {
  const kept = await ground.read(async db => {
    const { state } = await db.selectFrom('review').select('state').where('id', '=', reviewId).executeTakeFirstOrThrow()
    // Of its own keepings a room hears too: they bring nothing.
    const news = state === 'proposed' && (await revisionOf(db, reviewId)) > room.revision
    return { written: state === 'proposed', text: news ? await getText(db, reviewId) : null }
  })
  if (!kept.written) return server.closeConnections(reviewId)
  if (!kept.text) return
  Y.applyUpdate(document, kept.text.state, { source: 'local', skipStoreHooks: true })
  room.revision = Math.max(room.revision, kept.text.revision)
}
type Followed = { reviewId: string; document: Y.Doc; room: Known }

async function closeRooms(server: RoomServer<Seated>, listening: Listening): Promise<void> {
  await listening.end()
  server.closeConnections()
  server.flushPendingStores()
  await Promise.all([...server.documents.values()].map(document => document.saveMutex.waitForUnlock()))
}
