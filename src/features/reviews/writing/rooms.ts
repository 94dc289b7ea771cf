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

/** What is known of a room beside its document: the side of each writing place, and about how large its state is. */
type Known = { writers: Writers; size: number }

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
      known.set(documentName, { writers: kept.writers, size: kept.state.byteLength })
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
      const size = await ground.keep(tx => keep(tx, documentName, document, room?.writers ?? {}))
      if (size === null) server.closeConnections(documentName)
      else if (room) room.size = size
    },
    afterUnloadDocument: async ({ documentName }) => void known.delete(documentName),
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

/** Keeps what is in the room together with what a command has written meanwhile. Returns its size, null where it is no longer written. */
async function keep(tx: Tx, reviewId: string, document: Y.Doc, writers: Writers): Promise<number | null> {
  const kept = await lockText(tx, reviewId)
  if (!kept) return null
  const merged = openText(kept.state)
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(document))
  const state = Y.encodeStateAsUpdate(merged)
  await keepText(tx, reviewId, { state, writers: { ...kept.writers, ...writers }, texts: textsOf(merged) })
  return state.byteLength
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
