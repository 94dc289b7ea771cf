import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { FRAGMENT, firstState, openText, paragraphOf } from '../src/features/reviews/writing/text.ts'
import type { Client } from './client.ts'
import type { Generated } from './generate.ts'
import { type Row, sizeRow, timeRow, timesOver } from './table.ts'
import { typingRows } from './typing.ts'

const WRITERS = 20
const STROKES = 400
/** Twenty people who type: some stroke falls every thirtieth of a second. */
const STROKE_MS = 30
const PAGES = 60
const PARAGRAPHS_A_PAGE = 14
const YEARS = 5
const REFRESHES = 30

/** A report that twenty people write, on a text of sixty pages: how long until each of the others sees a change; what such texts hold in memory. */
export async function writingRows(url: string, client: Client, { sharedReview: reviewId }: Generated): Promise<Row[]> {
  const seats = await Promise.all(Array.from({ length: WRITERS }, () => join(url, client.cookie, reviewId)))
  const figures = await figuresOf(client, reviewId)
  write(seats[0]!.doc, figures)
  await sleep(5_000)
  const times: number[] = []
  const began = new Map<string, number>()
  for (const { doc } of seats)
    strokes(doc).observe((event, { local }) => {
      if (local) return
      for (const word of event.keysChanged) times.push(performance.now() - began.get(word)!)
    })
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const word = String(stroke)
    began.set(word, performance.now())
    strokes(seats[stroke % WRITERS]!.doc).set(word, 'x')
    await sleep(STROKE_MS)
  }
  await sleep(1_000)
  const missed = STROKES * (WRITERS - 1) - times.length
  if (missed > 0) throw new Error(`${missed} changes were never seen by one of the others`)
  for (const { provider, line } of seats) {
    provider.destroy()
    line.destroy()
  }
  const refreshed = await timesOver(() => client.ask('reviews.review', { reviewId }), REFRESHES)
  return [
    timeRow(`${WRITERS} write ${PAGES} pages: a change is seen by the others`, times, { by: 'p95', ms: 150 }),
    timeRow(`figures of ${PAGES} pages refreshed`, refreshed, { by: 'p95', ms: 500 }),
    ...(await typingRows(url, reviewId, PAGES)),
    heldRow(),
  ]
}

const strokes = (doc: Y.Doc): Y.Map<string> => doc.getMap('strokes')

const SENTENCE =
  'Các cơ quan đã phối hợp tổ chức tuyên truyền, vận động đồng bào các dân tộc thực hiện tốt các nội dung. '.repeat(2)

type Shown = { compiled: { figures: Record<string, { value: number }> } }

/** The figures of a report that have a number. */
async function figuresOf(client: Client, reviewId: string): Promise<string[]> {
  const { compiled } = await client.ask<Shown>('reviews.review', { reviewId })
  return Object.keys(compiled.figures).filter(id => compiled.figures[id]!.value > 0)
}

/** Sixty pages, with two live figures in every other paragraph. */
function write(doc: Y.Doc, figures: readonly string[]): void {
  const figure = (at: number) => ({ figure: figures[at % figures.length]!, text: '…' })
  const lines = Array.from({ length: PAGES * PARAGRAPHS_A_PAGE }, (_, at) =>
    paragraphOf(at % 2 === 0 ? [SENTENCE] : [SENTENCE, figure(at), ' và ', figure(at + 1), '.'], at % 3 > 0),
  )
  doc.getXmlFragment(FRAGMENT).push(lines)
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is in use and not waiting to be cleared away. */
function usedBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Five years of such texts in rooms that are open at once: what one of them takes. */
function heldRow(): Row {
  const sentence = { kind: 'sentence' as const, pieces: [SENTENCE], dash: true }
  const state = firstState(Array.from({ length: PAGES * PARAGRAPHS_A_PAGE }, () => sentence))
  const before = usedBytes()
  const rooms = Array.from({ length: YEARS }, () => openText(state))
  const held = (usedBytes() - before) / 1024 / 1024
  return sizeRow(`the texts of ${rooms.length} years in memory`, held, 'MB', 50)
}

async function join(url: string, cookie: string, reviewId: string) {
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } } as never)
    }
  }
  const line = new HocuspocusProviderWebsocket({ url: `${url.replace('http', 'ws')}/api/writing`, WebSocketPolyfill: WithCookie })
  const doc = new Y.Doc()
  const provider = new HocuspocusProvider({ websocketProvider: line, name: reviewId, document: doc, token: 'cookie' })
  await new Promise<void>((resolve, reject) => {
    provider.on('synced', () => resolve())
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => reject(new Error(reason)))
    provider.attach()
  })
  return { doc, provider, line }
}
