import * as Y from 'yjs'
import type { CompiledBlock } from '../contract.ts'
import { FRAGMENT, firstState, headingsIn, openText, type PrintFigure, plainOf } from './text.ts'

/** A sentence that compiling tells, and the heading it stands under. `key` is its words, each figure by its condition. */
export type ToldSentence = { key: string; heading: string; words: string }
export type StaleSentence = Omit<ToldSentence, 'heading'>
/** `missing`: told since and not in the text. `stale`: in the text as it was compiled, and told no more. */
export type Overtaken = { missing: ToldSentence[]; stale: StaleSentence[] }

const elementsIn = (doc: Y.Doc) => doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[]
const keyOf = (element: Y.XmlElement): string =>
  element.nodeName === 'paragraph' ? plainOf(element, id => ({ text: `{${id}}` })) : ''

/** What was compiled alone, without what officers write. */
const freshOf = (blocks: readonly CompiledBlock[]): Y.Doc =>
  openText(firstState(blocks.map(block => (block.kind === 'asked' ? { ...block, text: '' } : block))))

const keysIn = (doc: Y.Doc): string[] => [...new Set(elementsIn(doc).map(keyOf))].filter(Boolean)
export const keysOf = (blocks: readonly CompiledBlock[]): string[] => keysIn(freshOf(blocks))

/** What has come and what has gone since the sides last looked, whose keys are `seen`. */
export function overtakenIn(
  doc: Y.Doc,
  blocks: readonly CompiledBlock[],
  seen: readonly string[],
  print: PrintFigure,
): Overtaken {
  const fresh = freshOf(blocks)
  const [told, known] = [new Set(keysIn(fresh)), new Set(seen)]
  const stands = new Map(elementsIn(doc).map(element => [keyOf(element), element]))
  const headings = headingsIn(fresh)
  const missing = elementsIn(fresh).flatMap((element, at): ToldSentence[] => {
    const key = keyOf(element)
    if (key === '' || known.has(key) || stands.has(key)) return []
    const heading = headings.findLast(one => one.at < at)?.title ?? ''
    return [{ key, heading, words: plainOf(element, print) }]
  })
  const stale = seen.flatMap((key): StaleSentence[] => {
    const element = stands.get(key)
    return element && !told.has(key) ? [{ key, words: plainOf(element, print) }] : []
  })
  return { missing, stale }
}

/** Puts a sentence that compiling tells under its heading, which comes along where the text has none. */
export function putIn(doc: Y.Doc, blocks: readonly CompiledBlock[], key: string): void {
  const fresh = freshOf(blocks)
  const elements = elementsIn(fresh)
  const at = elements.findIndex(element => keyOf(element) === key)
  const above = headingsIn(fresh).filter(one => one.at < at)
  const stands = (place: string) => headingsIn(doc).find(one => one.place === place)
  const nearest = above.findLastIndex(one => stands(one.place) !== undefined)
  const coming = above.slice(nearest + 1).map(one => elements[one.at]!)
  doc.transact(() => {
    const under = nearest < 0 ? -1 : stands(above[nearest]!.place)!.at
    const next = elementsIn(doc).findIndex((element, place) => place > under && element.nodeName === 'part')
    const end = next < 0 ? elementsIn(doc).length : next
    doc.getXmlFragment(FRAGMENT).insert(
      end,
      [...coming, elements[at]!].map(element => element.clone()),
    )
    renumber(doc, fresh)
  })
}

/** Headings bear the numbers that compiling gives them now. */
function renumber(doc: Y.Doc, fresh: Y.Doc): void {
  const labels = new Map(headingsIn(fresh).map(one => [one.place, elementsIn(fresh)[one.at]!.getAttribute('label')]))
  for (const { at, place } of headingsIn(doc)) {
    const [part, label] = [elementsIn(doc)[at]!, labels.get(place)]
    if (label !== undefined && part.getAttribute('label') !== label) part.setAttribute('label', label)
  }
}

/** Takes out a sentence that stands as it was compiled. */
export function takeOut(doc: Y.Doc, key: string): void {
  const at = elementsIn(doc).findIndex(element => keyOf(element) === key)
  if (at >= 0) doc.getXmlFragment(FRAGMENT).delete(at, 1)
}
