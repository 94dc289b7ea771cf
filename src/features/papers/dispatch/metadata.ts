import { nameOf } from '../kinds.ts'
import { printNumber } from '../numbers.ts'

export type Signer = { position: string; name: string }
/** What goes with a paper; `organs`: who issues it, `to`: who receives it. */
export type PaperFacts = {
  kind: string
  number: number
  letter: string
  symbol: string
  dated: string
  subject: string
  pages: number
  organs: { code: string | null; name: string }[]
  signers: readonly Signer[]
  to: { code: string | null; name: string }[]
  files: { name: string; sha256: string }[]
}

/** Longest values of NĐ 30/2020/NĐ-CP, Phụ lục VI. */
const LENGTHS = {
  OrganId: 13,
  TypeName: 100,
  CodeNumber: 11,
  CodeNotation: 30,
  OrganName: 200,
  Subject: 500,
  FullName: 50,
  Position: 100,
} as const

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters that no XML 1.0 holds are left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, mark => MARKS[mark]!)

const element = (name: string, value: string | number): string => `<${name}>${escaped(String(value))}</${name}>`
const cut = (name: keyof typeof LENGTHS, value: string): string => element(name, value.slice(0, LENGTHS[name]))
const within = (name: string, parts: readonly string[]): string => `<${name}>${parts.join('')}</${name}>`
const organ = ({ code, name }: { code: string | null; name: string }) => [
  ...(code ? [cut('OrganId', code)] : []),
  cut('OrganName', name),
]

/** One paper as Phụ lục VI, phần I describes it; `ordinal` is its place in a file of several. */
const documentOf = (one: PaperFacts, ordinal: number): string =>
  within('Document', [
    element('DocOrdinal', ordinal),
    cut('TypeName', nameOf(one.kind)),
    cut('CodeNumber', printNumber(one.number, one.letter)),
    cut('CodeNotation', one.symbol),
    element('IssuedDate', one.dated.split('-').toReversed().join('/')),
    ...one.organs.flatMap(organ),
    cut('Subject', one.subject),
    element('Language', 'Tiếng Việt'),
    element('PageAmount', one.pages),
    ...one.signers.map(({ position, name }) => within('SignerInfo', [cut('Position', position), cut('FullName', name)])),
    ...one.to.map(to => within('To', organ(to))),
    ...one.files.map(file => within('File', [element('Name', file.name), element('Sha256', file.sha256)])),
  ])

/** The metadata of papers in the order of time, as it goes with them. `title`: of the file (hồ sơ) that holds them. */
export function metadataXml(papers: readonly PaperFacts[], title: string | null): string {
  const ordered = papers.toSorted((a, b) => a.dated.localeCompare(b.dated) || a.number - b.number)
  const last = ordered.at(-1)?.dated
  const file =
    title === null
      ? []
      : [
          within('FileInfo', [
            element('Title', title.slice(0, 500)),
            ...(ordered[0] ? [element('StartDate', ordered[0].dated), element('EndDate', last!)] : []),
            element('DocTotal', ordered.length),
            element(
              'PageTotal',
              ordered.reduce((sum, one) => sum + one.pages, 0),
            ),
          ]),
        ]
  const documents = ordered.map((one, at) => documentOf(one, at + 1))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${within('Documents', [...file, ...documents])}\n`
}
