import { Unreadable } from '../../source.ts'
import { openZip, type Zip } from '../../zip.ts'
import { childrenOf, createXmlReader, type Element } from './xml.ts'

/** The parts of a DOCX that are read. */
export type DocxPackage = {
  zip: Zip
  /** Path of the main document within the zip. */
  main: string
  styles: Element | null
  numbering: Element | null
  footnotes: Element | null
  endnotes: Element | null
  macros: boolean
}

/** @throws Unreadable 'corrupt' where there is no main document, 'bomb' as the zip does */
export const openPackage = (bytes: Uint8Array): DocxPackage => {
  const zip = openZip(bytes)
  const main = targetsOf(zip, '').get('officeDocument') ?? 'word/document.xml'
  if (!zip.has(main)) throw new Unreadable('corrupt', 'no main document')
  const targets = targetsOf(zip, main)
  const part = (kind: string): Element | null => {
    const path = targets.get(kind)
    return path && zip.has(path) ? readPart(zip, path) : null
  }
  return {
    zip,
    main,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    macros: zip.names.some(name => /vbaProject\.bin$/i.test(name)),
  }
}

const readPart = (zip: Zip, path: string): Element | null => {
  const reader = createXmlReader(0)
  const roots = [...zip.read(path)].flatMap(piece => reader.write(piece.bytes))
  return [...roots, ...reader.end()][0] ?? null
}

/** Where a part's relations lead, by the last word of their kind; the first of a kind counts. */
const targetsOf = (zip: Zip, part: string): Map<string, string> => {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const path = `${folder}_rels/${part.slice(slash)}.rels`
  const relations = zip.has(path) ? childrenOf(readPart(zip, path) ?? undefined) : []
  const targets = new Map<string, string>()
  for (const { attributes } of relations) {
    const kind = attributes['Type']?.split('/').at(-1)
    const target = attributes['Target']
    if (kind && target && attributes['TargetMode'] !== 'External' && !targets.has(kind))
      targets.set(kind, resolvePath(folder, target))
  }
  return targets
}

const resolvePath = (folder: string, target: string): string => {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
