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
  /** Heads and feet of pages. */
  margins: Element[]
  macros: boolean
}

/** @throws Unreadable 'corrupt' where there is no main document, 'bomb' as the zip does */
export const openPackage = (bytes: Uint8Array): DocxPackage => {
  const zip = openZip(bytes)
  const main = findTarget(relationsOf(zip, ''), 'officeDocument') ?? 'word/document.xml'
  if (!zip.has(main)) throw new Unreadable('corrupt', 'no main document')
  const relations = relationsOf(zip, main)
  const part = (kind: string): Element | null => {
    const path = findTarget(relations, kind)
    return path && zip.has(path) ? readPart(zip, path) : null
  }
  const margins = relations.filter(({ kind, target }) => /^(?:header|footer)$/.test(kind) && zip.has(target))
  return {
    zip,
    main,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    margins: margins.flatMap(({ target }) => readPart(zip, target) ?? []),
    macros: zip.names.some(name => /vbaProject\.bin$/i.test(name)),
  }
}

const readPart = (zip: Zip, path: string): Element | null => {
  const reader = createXmlReader(0)
  const roots = [...zip.read(path)].flatMap(piece => reader.write(piece.bytes))
  return [...roots, ...reader.end()][0] ?? null
}

type Relation = { kind: string; target: string }

/** The first of a kind counts. */
const findTarget = (relations: readonly Relation[], wanted: string): string | undefined =>
  relations.find(({ kind }) => kind === wanted)?.target

/** Where a part's relations lead within the zip; their kinds by the last word. */
const relationsOf = (zip: Zip, part: string): Relation[] => {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const path = `${folder}_rels/${part.slice(slash)}.rels`
  const found = zip.has(path) ? childrenOf(readPart(zip, path) ?? undefined) : []
  return found.flatMap(({ attributes }) => {
    const kind = attributes['Type']?.split('/').at(-1)
    const target = attributes['Target']
    return kind && target && attributes['TargetMode'] !== 'External' ? [{ kind, target: resolvePath(folder, target) }] : []
  })
}

const resolvePath = (folder: string, target: string): string => {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
