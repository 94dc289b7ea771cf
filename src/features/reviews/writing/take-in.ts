import * as Y from 'yjs'
import { FRAGMENT } from './text.ts'

type Run = { insert: unknown; attributes?: Record<string, unknown> }

/** Puts words where the text bears the mark of a remark, and takes the mark off. */
export function takeIn(doc: Y.Doc, remarkId: string, words: string): void {
  doc.transact(() => {
    let left = words
    for (const text of textsIn(doc.getXmlFragment(FRAGMENT))) {
      let at = 0
      for (const run of text.toDelta() as Run[]) {
        const length = lengthOf(run)
        if (remarkOf(run) !== remarkId) {
          at += length
          continue
        }
        text.delete(at, length)
        // The words go in once, at the first of the marked runs.
        if (left !== '') text.insert(at, left, { remark: null })
        at += left.length
        left = ''
      }
    }
  })
}

/** The words that stand under the mark of a remark now; null where its place is gone. */
export function markedWords(doc: Y.Doc, remarkId: string): string | null {
  const runs = textsIn(doc.getXmlFragment(FRAGMENT)).flatMap(text => text.toDelta() as Run[])
  const marked = runs.filter(run => remarkOf(run) === remarkId)
  return marked.length === 0 ? null : marked.map(({ insert }) => (typeof insert === 'string' ? insert : '\u{FFFC}')).join('')
}

/** Takes the marks of all remarks off but those of `open`: a text of an earlier day may bear some that are long closed. */
export function dropMarks(doc: Y.Doc, open: ReadonlySet<unknown>): void {
  for (const text of textsIn(doc.getXmlFragment(FRAGMENT))) {
    let at = 0
    for (const run of text.toDelta() as Run[]) {
      const length = lengthOf(run)
      const remark = remarkOf(run)
      if (remark !== undefined && !open.has(remark)) text.format(at, length, { remark: null })
      at += length
    }
  }
}

const lengthOf = ({ insert }: Run): number => (typeof insert === 'string' ? insert.length : 1)
const remarkOf = ({ attributes }: Run): unknown => (attributes?.['remark'] as { id?: unknown } | undefined)?.id

function textsIn(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}
