import * as Y from 'yjs'
import { FRAGMENT } from './text.ts'

type Run = { insert: unknown; attributes?: Record<string, unknown> }

/** Puts words where the text bears the mark of a remark, and takes the mark off. False where its place is gone. */
export function takeIn(doc: Y.Doc, remarkId: string, words: string): boolean {
  return doc.transact(() => {
    let left = words
    let found = false
    for (const text of textsIn(doc.getXmlFragment(FRAGMENT))) {
      let at = 0
      for (const run of text.toDelta() as Run[]) {
        const length = lengthOf(run)
        if (remarkOf(run) !== remarkId) {
          at += length
          continue
        }
        found = true
        text.delete(at, length)
        // The words go in once, at the first of the marked runs.
        if (left !== '') text.insert(at, left, { remark: null })
        at += left.length
        left = ''
      }
    }
    return found
  })
}

/** Whether a place of the text bears the mark of a remark. */
export const bearsMark = (doc: Y.Doc, remarkId: string): boolean =>
  textsIn(doc.getXmlFragment(FRAGMENT)).some(text => (text.toDelta() as Run[]).some(run => remarkOf(run) === remarkId))

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
