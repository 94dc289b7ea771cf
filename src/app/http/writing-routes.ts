import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Engine, keepDraft, runQuery } from '../../engine/runner.ts'
import { openRooms, type Rooms, type TextSeat } from '../../features/reviews/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findCaller, isForeign } from './sessions.ts'

/** Rights in the text are asked for again after this, as at every joining: the browser comes back by itself. */
const SEATED_MS = 10 * 60_000
/** Whether who sits there is still signed in, with the same posts and in the same seat. */
const LOOKED_AT_EVERY_MS = 30_000
/** A text of sixty pages takes a tenth of this. */
const LARGEST_TEXT = 8 * 1024 * 1024

type Socket = {
  on: ((event: 'message', hear: (message: Buffer) => void) => void) &
    ((event: 'close', hear: (code: number, reason: Buffer) => void) => void)
  off: (event: 'message', hear: (message: Buffer) => void) => void
  close: (code: number, reason: string) => void
}

/** The line on which a text is written together. It opens to who is signed in; each text is asked for at joining. */
export function writingRoutes(
  server: FastifyInstance,
  engine: Engine,
  {
    writersLookedAtEveryMs = LOOKED_AT_EVERY_MS,
    largestText = LARGEST_TEXT,
  }: { writersLookedAtEveryMs?: number; largestText?: number } = {},
): void {
  let rooms: Promise<Rooms> | null = null
  const open = (): Promise<Rooms> => {
    rooms ??= openRooms({
      seat: (acting, reviewId) => runQuery(engine, acting, 'reviews.text-seat', { reviewId }) as Promise<TextSeat>,
      read: run => engine.database.read('system', run),
      keep: run => keepDraft(engine, run),
      listen: engine.database.listen,
      largestText,
    }).catch(error => {
      // The next line tries again.
      rooms = null
      throw error
    })
    return rooms
  }
  server.addHook('onClose', async () => (await rooms?.catch(() => null))?.close())
  server.get(
    '/api/writing',
    { websocket: true, preValidation: async request => refuseStranger(request) },
    (socket: Socket, request) => {
      enterWhenOpen(socket, request, open()).catch(error => {
        console.error('a line to a shared text was not opened:', error)
        socket.close(1013, 'later')
      })
      const leave = () => socket.close(4205, 'again')
      const look = () =>
        leaveIfChanged(engine, request, leave).catch(error => console.error('a writer was not looked at:', error))
      const seated = setTimeout(leave, SEATED_MS).unref()
      const looking = setInterval(() => void look(), writersLookedAtEveryMs).unref()
      socket.on('close', () => {
        clearTimeout(seated)
        clearInterval(looking)
      })
    },
  )
}

/** What is said on a line before the rooms are open waits for them. */
async function enterWhenOpen(socket: Socket, request: FastifyRequest, rooms: Promise<Rooms>): Promise<void> {
  const early: Buffer[] = []
  const hold = (message: Buffer) => void early.push(message)
  socket.on('message', hold)
  const { server } = await rooms
  const line = server.handleConnection(socket as never, asked(request), { acting: request.caller.acting })
  socket.off('message', hold)
  for (const message of early) line.handleMessage(message)
  socket.on('message', (message: Buffer) => line.handleMessage(message))
  socket.on('close', (code, reason) => line.handleClose({ code, reason: String(reason) }))
}

/** Whose session has ended, or whose posts or seat are others now, has to join anew. */
async function leaveIfChanged(engine: Engine, request: FastifyRequest, leave: () => void): Promise<void> {
  const { acting } = await findCaller(engine, request)
  if (!isDeepStrictEqual(acting, request.caller.acting)) leave()
}

const asked = (request: FastifyRequest): Request => new Request(`http://${request.host}${request.url}`)

/** Another site can open a line with the cookie of a visitor: only our own pages may, and only for who is signed in. */
function refuseStranger(request: FastifyRequest): void {
  if (request.headers.origin === undefined || isForeign(request)) throw new Refusal('foreign-request')
  if (request.caller.acting === 'nobody') throw new Refusal('sign-in-first')
}
