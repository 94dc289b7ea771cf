import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Engine, keepDraft, runQuery } from '../../engine/runner.ts'
import { openRooms, type Rooms, type TextSeat } from '../../features/reviews/index.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** Rights are asked for again after this, as at every joining: the browser comes back by itself. */
const SEATED_MS = 10 * 60_000

type Socket = {
  on: ((event: 'message', hear: (message: Buffer) => void) => void) &
    ((event: 'close', hear: (code: number, reason: Buffer) => void) => void)
  off: (event: 'message', hear: (message: Buffer) => void) => void
  close: (code: number, reason: string) => void
}

/** The line on which a text is written together. It opens to who is signed in; each text is asked for at joining. */
export function writingRoutes(server: FastifyInstance, engine: Engine): void {
  let rooms: Promise<Rooms> | null = null
  const open = () =>
    openRooms({
      seat: (acting, reviewId) => runQuery(engine, acting, 'reviews.text-seat', { reviewId }) as Promise<TextSeat>,
      read: run => engine.database.read('system', run),
      keep: run => keepDraft(engine, run),
      listen: engine.database.listen,
    })
  server.addHook('onClose', async () => (await rooms)?.close())
  server.get(
    '/api/writing',
    { websocket: true, preValidation: async request => refuseStranger(request) },
    (socket: Socket, request) => {
      rooms ??= open()
      const early: Buffer[] = []
      const hold = (message: Buffer) => void early.push(message)
      socket.on('message', hold)
      void rooms.then(({ server: writing }) => {
        const line = writing.handleConnection(socket as never, asked(request), { acting: request.caller.acting })
        socket.off('message', hold)
        for (const message of early) line.handleMessage(message)
        socket.on('message', (message: Buffer) => line.handleMessage(message))
        socket.on('close', (code, reason) => line.handleClose({ code, reason: String(reason) }))
      })
      const leave = setTimeout(() => socket.close(4205, 'again'), SEATED_MS).unref()
      socket.on('close', () => clearTimeout(leave))
    },
  )
}

const asked = (request: FastifyRequest): Request => new Request(`http://${request.host}${request.url}`)

/** Another site can open a line with the cookie of a visitor: only our own pages may, and only for who is signed in. */
function refuseStranger(request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin === undefined || !URL.canParse(origin) || new URL(origin).host !== request.host) throw new Refusal('foreign-request')
  if (request.caller.acting === 'nobody') throw new Refusal('sign-in-first')
}
