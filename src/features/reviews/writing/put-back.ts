import * as Y from 'yjs'
import { diffParts } from '../../../kernel/diff-words.ts'
import { FRAGMENT } from './text.ts'

/** Makes the shared text read as an earlier one. Lines that are the same stay where they are, with whoever is writing in them. */
export function putBack(doc: Y.Doc, earlier: Y.Doc): void {
  const wanted = linesIn(earlier)
  const fragment = doc.getXmlFragment(FRAGMENT)
  doc.transact(() => {
    let [at, taken] = [0, 0]
    for (const { kind } of diffParts(keysOf(linesIn(doc)), keysOf(wanted))) {
      if (kind === 'old') fragment.delete(at, 1)
      else {
        if (kind === 'new') fragment.insert(at, [wanted[taken]!.clone()])
        at += 1
        taken += 1
      }
    }
  })
}

const linesIn = (doc: Y.Doc) => doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[]
const keysOf = (lines: readonly Y.XmlElement[]): string[] => lines.map(line => line.toJSON())

/** Where a writing place says that it asks for a version, after all that it has written. */
const ASKED = 'asked'
export const askVersion = (doc: Y.Doc, versionId: string): void => void doc.getMap(ASKED).set('version', versionId)
export const isAsked = (doc: Y.Doc, versionId: string): boolean => doc.getMap(ASKED).get('version') === versionId
