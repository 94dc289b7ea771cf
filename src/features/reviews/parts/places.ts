import * as Y from 'yjs'
import { FRAGMENT, headingsIn, paragraphOf } from '../writing/text.ts'

/** Puts what a unit wrote at the end of its part, in place of what it handed in before. False where the heading is gone. */
export function placePart(doc: Y.Doc, part: { id: string; place: string; text: string }): boolean {
  return doc.transact(() => {
    const fragment = doc.getXmlFragment(FRAGMENT)
    if (!headingsIn(doc).some(one => one.place === part.place)) return false
    const before = dropLines(fragment, part.id)
    if (before === null) dropEmpty(doc, part.place)
    const at = before ?? endOf(doc, part.place)
    fragment.insert(at, linesOf(part))
    return true
  })
}

function linesOf({ id, text }: { id: string; text: string }): Y.XmlElement[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const dash = /^[-–+]\s+/.test(line)
    const element = paragraphOf([dash ? line.replace(/^[-–+]\s+/, '') : line.trim()], dash)
    element.setAttribute('asked', id)
    return element
  })
}

/** Takes out what was handed in before; where it began, null where nothing of it stands. */
function dropLines(fragment: Y.XmlFragment, partId: string): number | null {
  let first: number | null = null
  for (let at = fragment.length - 1; at >= 0; at -= 1) {
    const element = fragment.get(at)
    if (!(element instanceof Y.XmlElement) || element.getAttribute('asked') !== partId) continue
    fragment.delete(at, 1)
    first = at
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
