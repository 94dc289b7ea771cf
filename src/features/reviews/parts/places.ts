import * as Y from 'yjs'
import { FRAGMENT, headingsIn, paragraphOf, plainOf } from '../writing/text.ts'

/** `before` is what was handed in the last time; empty where nothing was. */
type HandedPart = { id: string; place: string; text: string; before: string }

/** Puts what a unit wrote at the end of its part, in place of what it handed in before. False where the heading is gone. */
export function placePart(doc: Y.Doc, part: HandedPart): boolean {
  return doc.transact(() => {
    const fragment = doc.getXmlFragment(FRAGMENT)
    if (!headingsIn(doc).some(one => one.place === part.place)) return false
    const before = dropLines(fragment, part)
    if (before === null) dropEmpty(doc, part.place)
    const at = before ?? endOf(doc, part.place)
    fragment.insert(at, linesOf(part))
    return true
  })
}

function linesOf({ id, text }: HandedPart): Y.XmlElement[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const dash = /^[-–+]\s+/.test(line)
    const element = paragraphOf([dash ? line.replace(/^[-–+]\s+/, '') : line.trim()], dash)
    element.setAttribute('asked', id)
    return element
  })
}

/** A line without what makes it one of a list, as it is compared. */
const bare = (line: string): string =>
  line
    .normalize('NFC')
    .trim()
    .replace(/^[-–+]\s+/, '')

/**
 * Takes out the lines that still read as they were handed in before; where they began, null where none of them stands. What
 * somebody has changed since, or typed behind it, is theirs: it stays, and is no longer of the part.
 */
function dropLines(fragment: Y.XmlFragment, { id, before }: HandedPart): number | null {
  const handed = new Set(before.split('\n').map(bare))
  let first: number | null = null
  for (let at = fragment.length - 1; at >= 0; at -= 1) {
    const element = fragment.get(at)
    if (!(element instanceof Y.XmlElement) || element.getAttribute('asked') !== id) continue
    if (handed.has(bare(plainOf(element)))) {
      fragment.delete(at, 1)
      first = at
    } else element.removeAttribute('asked')
  }
  return first
}

/** Empty lines of a part make room for what comes. */
function dropEmpty(doc: Y.Doc, place: string): void {
  const fragment = doc.getXmlFragment(FRAGMENT)
  const start = headingsIn(doc).find(one => one.place === place)!.at + 1
  for (let at = endOf(doc, place) - 1; at >= start; at -= 1) {
    const element = fragment.get(at)
    if (element instanceof Y.XmlElement && element.nodeName === 'paragraph' && isEmpty(element)) fragment.delete(at, 1)
  }
}

const isEmpty = (line: Y.XmlElement): boolean => line.toArray().every(one => one instanceof Y.XmlText && one.length === 0)

/** Behind the last line that stands under a heading and was not compiled after what is asked there. */
function endOf(doc: Y.Doc, place: string): number {
  const elements = doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[]
  const start = headingsIn(doc).find(one => one.place === place)!.at + 1
  const length = elements.slice(start).findIndex(one => one.nodeName === 'part' || one.getAttribute('after') === (true as never))
  return length < 0 ? elements.length : start + length
}
