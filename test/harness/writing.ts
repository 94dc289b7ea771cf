import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { FRAGMENT } from '../../src/features/reviews/writing/text.ts'

export type Seat = { doc: Y.Doc; provider: HocuspocusProvider; lines: () => string[]; cut: () => Promise<void>; mend: () => void }

/** Somebody in the room of a text, over a real line with the cookie of their session. Refuses with the reason where the door stays shut. */
export async function joinText(url: string, cookie: string, reviewId: string): Promise<Seat> {
  const headers = { cookie, origin: url }
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers } as never)
    }
  }
  const line = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/api/writing`,
    WebSocketPolyfill: WithCookie,
    delay: 50,
    minDelay: 50,
  })
  const doc = new Y.Doc()
  const provider = new HocuspocusProvider({ websocketProvider: line, name: reviewId, document: doc, token: 'cookie' })
  onTestFinished(() => {
    provider.destroy()
    line.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    provider.on('synced', () => resolve())
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => reject(new Error(reason)))
    provider.attach()
  })
  return {
    doc,
    provider,
    lines: () => linesOf(doc),
    cut: async () => {
      line.disconnect()
      await vi.waitUntil(() => line.status === WebSocketStatus.Disconnected)
    },
    mend: () => void line.connect(),
  }
}

/** Each element of the text as one line of words. */
export const linesOf = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment(FRAGMENT)
    .toArray()
    .map(element => wordsOf(element as Y.XmlElement))

const wordsOf = (element: Y.XmlElement | Y.XmlText): string => {
  if (element instanceof Y.XmlText) return (element.toDelta() as { insert: string }[]).map(run => run.insert).join('')
  if (element.nodeName === 'figure') return '#'
  if (element.nodeName === 'part') return `${element.getAttribute('label')} ${element.getAttribute('title')}`.trim()
  return element
    .toArray()
    .map(child => wordsOf(child as Y.XmlElement))
    .join('')
}

/** Puts a paragraph under the heading with this title. */
export function writeUnder(doc: Y.Doc, title: string, words: string): void {
  const fragment = doc.getXmlFragment(FRAGMENT)
  const at = fragment.toArray().findIndex(one => one instanceof Y.XmlElement && one.getAttribute('title') === title)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  fragment.insert(at + 1, [paragraph])
}

/** Marks these words as the place of a remark, as the editor does. */
export function markWords(doc: Y.Doc, words: string, remarkId: string): void {
  for (const element of doc.getXmlFragment(FRAGMENT).toArray()) {
    for (const text of element instanceof Y.XmlElement ? element.toArray() : []) {
      const at = text instanceof Y.XmlText ? text.toString().indexOf(words) : -1
      if (at >= 0) (text as Y.XmlText).format(at, words.length, { remark: { id: remarkId } })
    }
  }
}

/** Writes into the words that bear the mark of a remark, after so many of their letters. */
export function writeInto(doc: Y.Doc, remarkId: string, after: number, words: string): void {
  for (const element of doc.getXmlFragment(FRAGMENT).toArray()) {
    for (const text of element instanceof Y.XmlElement ? element.toArray() : []) {
      let at = 0
      for (const run of text instanceof Y.XmlText ? (text.toDelta() as { insert: string; attributes?: object }[]) : []) {
        if (JSON.stringify(run.attributes ?? {}).includes(remarkId)) return (text as Y.XmlText).insert(at + after, words)
        at += run.insert.length
      }
    }
  }
}
