import { Zip, ZipDeflate } from 'fflate'
import type { Book, Sheet } from './book.ts'
import { sheetXml } from './sheet-xml.ts'
import { createStyles } from './styles.ts'
import { escapeXml, writable } from './text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Text gathered before it is packed: memory stays small however long a sheet is. */
const STEP = 64 * 1024

/** Every file within bears the same time, so that equal books are equal bytes. */
const NO_TIME = new Date(2000, 0, 1)

/**
 * The workbook as XLSX (ECMA-376), piece by piece as its rows come.
 * @throws RangeError for a number that is none and for text beyond 32,767 signs
 */
export function* renderXlsx(book: Book): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const encoder = new TextEncoder()
  for (const [name, texts] of partsOf(book)) {
    const file = new ZipDeflate(name, { level: 6, mem: 4 })
    file.mtime = NO_TIME
    zip.add(file)
    for (const text of gathered(texts)) {
      file.push(encoder.encode(text))
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

function* partsOf(book: Book): Generator<[name: string, texts: Iterable<string>]> {
  const styles = createStyles()
  const names = sheetNames(book.sheets)
  yield ['[Content_Types].xml', [contentTypes(book.sheets.length)]]
  yield ['_rels/.rels', [relations([`${RELATIONS}/officeDocument xl/workbook.xml`, CORE_RELATION])]]
  yield ['docProps/core.xml', [coreXml(book)]]
  yield ['xl/workbook.xml', [workbookXml(book.sheets, names)]]
  const sheets = names.map((_, index) => `${RELATIONS}/worksheet worksheets/sheet${index + 1}.xml`)
  yield ['xl/_rels/workbook.xml.rels', [relations([...sheets, `${RELATIONS}/styles styles.xml`])]]
  for (const [index, sheet] of book.sheets.entries()) yield [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles)]
  yield ['xl/styles.xml', [styles.xml()]]
}

const CORE_RELATION = `${PACKAGE}/relationships/metadata/core-properties docProps/core.xml`

function* gathered(texts: Iterable<string>): Generator<string> {
  let held = ''
  for (const text of texts) {
    held += text
    if (held.length < STEP) continue
    yield held
    held = ''
  }
  yield held
}

function contentTypes(sheets: number): string {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const each = Array.from({ length: sheets }, (_, index) => part(`xl/worksheets/sheet${index + 1}.xml`, `${main}.worksheet+xml`))
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', `${main}.sheet.main+xml`) +
    part('xl/styles.xml', `${main}.styles+xml`) +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    `${each.join('')}</Types>`
  )
}

/** Each given as "type target". */
function relations(targets: readonly string[]): string {
  const each = targets.map((target, index) => {
    const [type, place] = target.split(' ')
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${place}"/>`
  })
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

const coreXml = ({ title, author }: Book): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(writable(title))}</dc:title><dc:creator>${escapeXml(writable(author))}</dc:creator>` +
  '<dc:language>vi-VN</dc:language></cp:coreProperties>'

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const each = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const repeats = sheets.flatMap(({ repeat }, index) => {
    const quoted = `'${names[index]!.replaceAll("'", "''")}'`
    const range = repeat && `${quoted}!$${repeat[0]}:$${repeat[1]}`
    return range ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(range)}</definedName>`] : []
  })
  const defined = repeats.length > 0 ? `<definedNames>${repeats.join('')}</definedNames>` : ''
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join('')}</sheets>${defined}</workbook>`
}

/** Names as programs allow them, each once. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, index) => {
    const plain = writable(name)
      .replace(/[[\]:*?/\\\n\t]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
    const base = cut(plain, 31) || `Sheet${index + 1}`
    let free = base
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${cut(base, 26)} (${copy})`
    taken.add(free.toLowerCase())
    return free
  })
}

const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trim()
