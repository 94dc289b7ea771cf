import { nameOf } from '../kinds.ts'

export type Signer = { position: string; name: string }
/** How a paper came in: `toPlaces` are the units that it was given to. */
export type Arrived = { on: string; number: number; toPlaces: string[]; dueOn: string | null; trace: Passed[] }
/** A body by which a paper went on its way within the site, and when. */
export type Passed = { code: string | null; name: string; at: string }
/** What goes with a paper; `organs`: who issues it, `to`: who receives it. Nobody has counted the pages of one from outside. */
export type PaperFacts = {
  kind: string
  number: string
  symbol: string
  dated: string
  subject: string
  pages: number | null
  /** What a reader of the file must know of it: what it puts right, that it was recalled, that it was signed by hand. */
  description: string | null
  /** 'Thường' where the product itself has set the paper, which bears no mark of urgency; of others nobody has noted it. */
  priority: string | null
  organs: { code: string | null; name: string }[]
  signers: readonly Signer[]
  to: { code: string | null; name: string }[]
  arrived: Arrived | null
  files: { name: string; sha256: string }[]
}
/** The file (hồ sơ) that holds papers: its title, the number of its programme where it has one, and who puts it together. */
export type Dossier = { title: string; notation: string | null; creator: string }
/** Papers are read by those who issued or received them: never by all. */
const RIGHTS = 'Hạn chế'

/** Longest values of NĐ 30/2020/NĐ-CP, Phụ lục VI. */
const LENGTHS = {
  OrganId: 13,
  TypeName: 100,
  CodeNumber: 11,
  CodeNotation: 30,
  OrganName: 200,
  Subject: 500,
  Description: 500,
  FullName: 50,
  Position: 100,
  ToPlaces: 1000,
  Title: 500,
  FileNotation: 20,
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

const vietnamDay = (day: string): string => day.split('-').toReversed().join('/')

const CLOCK = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' })
/** "2026/06/16 10:00:00", as edXML has it. */
const moment = (at: string): string => CLOCK.format(new Date(at)).replaceAll('-', '/')

const arrivalOf = ({ on, number, toPlaces, dueOn, trace }: Arrived): string[] => [
  element('ArrivalDate', vietnamDay(on)),
  element('ArrivalNumber', number),
  ...(toPlaces.length > 0 ? [cut('ToPlaces', toPlaces.join('; '))] : []),
  ...(dueOn ? [element('DueDate', vietnamDay(dueOn))] : []),
  ...(trace.length > 0 ? [within('TraceHeaderList', trace.map(passed))] : []),
]
const passed = (one: Passed): string => within('TraceHeader', [...organ(one), element('Timestamp', moment(one.at))])

/** One paper as Phụ lục VI, phần I describes it; `ordinal` is its place in a file of several, `code` that of the file. */
const documentOf = (one: PaperFacts, ordinal: number, code: string[]): string =>
  within('Document', [
    ...code,
    element('DocOrdinal', ordinal),
    cut('TypeName', nameOf(one.kind)),
    cut('CodeNumber', one.number),
    cut('CodeNotation', one.symbol),
    element('IssuedDate', vietnamDay(one.dated)),
    ...one.organs.flatMap(organ),
    cut('Subject', one.subject),
    element('Language', 'Tiếng Việt'),
    ...(one.pages === null ? [] : [element('PageAmount', one.pages)]),
    ...(one.description === null ? [] : [cut('Description', one.description)]),
    ...one.signers.map(({ position, name }) => within('SignerInfo', [cut('Position', position), cut('FullName', name)])),
    ...one.to.map(to => within('To', organ(to))),
    ...(one.priority === null ? [] : [element('Priority', one.priority)]),
    ...(one.to.length > 0 ? [element('IssuedAmount', one.to.length)] : []),
    ...(one.arrived ? arrivalOf(one.arrived) : []),
    ...one.files.map(file => within('File', [element('Name', file.name), element('Sha256', file.sha256)])),
  ])

/** The metadata of papers in the order given, as it goes with them; `dossier`: of the file (hồ sơ) that holds them. */
export function metadataXml(papers: readonly PaperFacts[], dossier: Dossier | null): string {
  const code = dossier ? [fileCode(papers, dossier)] : []
  const head = dossier ? [fileInfo(papers, dossier, code)] : []
  const documents = papers.map((one, at) => documentOf(one, at + 1, code))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${within('Documents', [...head, ...documents])}\n`
}

/** Body, year and number that name a file (Phụ lục VI, phần II): the body and the year that begin it, its programme's number. */
const fileCode = ([first]: readonly PaperFacts[], { notation }: Dossier): string =>
  within('FileCode', [
    ...(first?.organs[0]?.code ? [cut('OrganId', first.organs[0].code)] : []),
    ...(first ? [element('FileCatalog', first.dated.slice(0, 4))] : []),
    ...(notation ? [cut('FileNotation', notation)] : []),
  ])

const fileInfo = (papers: readonly PaperFacts[], { title, creator }: Dossier, code: string[]): string => {
  const [first, last] = [papers[0], papers.at(-1)]
  const pages = papers.reduce((sum, one) => sum + (one.pages ?? 0), 0)
  const days = first && last ? [element('StartDate', vietnamDay(first.dated)), element('EndDate', vietnamDay(last.dated))] : []
  const totals = [element('DocTotal', papers.length), element('PageTotal', pages)]
  return within('FileInfo', [
    ...code,
    cut('Title', title),
    element('Rights', RIGHTS),
    element('Creator', creator),
    element('Language', 'Tiếng Việt'),
    ...days,
    ...totals,
  ])
}
