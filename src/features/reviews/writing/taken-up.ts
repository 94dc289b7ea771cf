import { encodeStateAsUpdate, type XmlElement } from 'yjs'
import type { ReadDb } from '../../../engine/db/database.ts'
import { type CompiledBlock, type CompiledReview, SECTIONS, type Texts } from '../contract.ts'
import { wordsOfFigures } from '../figure-text.ts'
import { frozenOf, getReview, type Review } from '../store.ts'
import { keysOf } from './overtaken.ts'
import { dropMarks } from './take-in.ts'
import { elementsOf, FRAGMENT, openText, type PrintFigure, plainOf, rewriteSection, textsOf } from './text.ts'
import { getText } from './text-store.ts'

/** The words that the sides wrote together of a frozen report, and its figures as they read in it. */
async function writtenOf(db: ReadDb, { id, follows }: Review) {
  const [{ state, seen }, frozen] = [await getText(db, id), await frozenOf(db, id)]
  const told = frozen ? wordsOfFigures(frozen) : new Map<string, string>()
  const print: PrintFigure = id => (told.has(id) ? { text: told.get(id)! } : null)
  return { doc: openText(state), print, seen, said: follows ? wordsIn(frozen?.blocks[1]) : null }
}

/** The words of a sentence without figures, as the one in which a report says which it follows. */
const wordsIn = (block: CompiledBlock | undefined): string | null =>
  block?.kind === 'sentence' ? block.pieces.filter(piece => typeof piece === 'string').join('') : null

/** What stood in the asked sections of a frozen report, as plain words. */
export async function textsToFollow(db: ReadDb, frozen: Review): Promise<Texts> {
  if (!frozen.written) return frozen.texts
  const { doc, print } = await writtenOf(db, frozen)
  return textsOf(doc, print)
}

type FirstText = { state: Uint8Array; seen: string[] | null }

/**
 * The text with which a report begins that replaces or supplements one written together: that text with its live figures, what has since
 * been written anew in the asked sections, and what this report says of itself. Null where nothing was written together before.
 */
export async function textToFollow(db: ReadDb, review: Review, compiled: CompiledReview): Promise<FirstText | null> {
  const before = review.follows && (await getReview(db, review.follows.id))
  if (!before?.written) return null
  const { doc, print, said, seen } = await writtenOf(db, before)
  const stood = textsOf(doc, print)
  doc.transact(() => {
    dropMarks(doc, new Set())
    for (const section of SECTIONS) {
      const now = review.texts[section] ?? ''
      if (now !== (stood[section] ?? '')) rewriteSection(doc, section, now)
    }
    const fragment = doc.getXmlFragment(FRAGMENT)
    const opening = (fragment.toArray() as XmlElement[]).slice(0, 2)
    const former = said === null ? -1 : opening.findIndex(line => plainOf(line) === said)
    if (former >= 0) fragment.delete(former, 1)
    // Behind the line that opens the report; where officers took that out, before the first heading.
    const at = opening[0]?.nodeName === 'paragraph' && former !== 0 ? 1 : 0
    fragment.insert(at, elementsOf(compiled.blocks.slice(1, 2)))
  })
  return { state: encodeStateAsUpdate(doc), seen: seen && [...seen, ...keysOf(compiled.blocks.slice(1, 2))] }
}
