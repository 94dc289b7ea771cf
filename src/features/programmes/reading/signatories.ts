import { fromCapitals, isCapitals } from './bodies.ts'
import { FOR, findPerson, isForLine, isPost, isRecipientsHead, isSignedMark } from './closing.ts'
import type { Line } from './lines.ts'
import type { ImportResult } from './result.ts'

type Signatory = ImportResult['signatories'][number]
type Cell = { text: string; column: number }
type Row = Cell[]

/** Who signed and who receives, out of the lines below a text: blocks above each other, side by side, or beside "Nơi nhận". */
export const readClosing = (lines: readonly Line[]): { signatories: Signatory[]; recipients: string[] } => {
  const rows = lines.map(line => columnsOf(line.text))
  const list = takeRecipients(rows)
  return { signatories: readSignatories(list.rest), recipients: list.recipients }
}

/** Cells with the place they stand in: by tabs, or by the offset where spaces divide. */
const columnsOf = (text: string): Row => {
  const cells: Row = []
  const byTab = text.includes('\t')
  for (const found of text.matchAll(/(?:(?!\t|\s{3}).)+/gu)) {
    const trimmed = found[0].trim()
    if (!trimmed) continue
    const before = text.slice(0, found.index)
    cells.push({ text: trimmed, column: byTab ? before.split('\t').length - 1 : found.index })
  }
  return cells
}

const takeRecipients = (rows: readonly Row[]): { recipients: string[]; rest: Row[] } => {
  const items: string[] = []
  const rest: Row[] = []
  let open = false
  for (const row of rows) {
    const head = row.find(cell => isRecipientsHead(cell.text))
    if (head) {
      open = true
      items.push(...inlineItems(head.text))
      rest.push(row.filter(cell => cell !== head))
    } else if (open) rest.push(row.filter(cell => !takesItem(items, cell.text)))
    else rest.push(row)
  }
  const listed = rows.some(row => row.some(cell => BULLET.test(cell.text) && items.includes(cell.text.replace(BULLET, ''))))
  return {
    recipients: items
      .flatMap(item => (listed ? [item] : item.split(/;\s+/)))
      .map(item => item.replace(/[\s;,.]+$/, '').trim())
      .filter(Boolean),
    rest,
  }
}

const BULLET = /^[-–—−+*•]\s*/

const inlineItems = (head: string): string[] => {
  const text = head.replace(/^nơi (?:nhận|gửi)\s*:?\s*/iu, '').replace(BULLET, '')
  return text ? text.split(/\s*[;,]\s+[-–]\s+/) : []
}

/** Adds a cell to the list of recipients; false where it belongs to the signatures. */
const takesItem = (items: string[], cell: string): boolean => {
  if (BULLET.test(cell) && !/^[-–—*_\s]+$/.test(cell)) {
    items.push(...cell.replace(BULLET, '').split(/\s*;\s+[-–]\s+/))
    return true
  }
  const last = items.at(-1)
  if (isForLine(cell) || isPost(cell) || isCapitals(cell) || isSignedMark(cell) || findPerson(cell)) return false
  if (last === undefined) items.push(cell)
  else if (/[;.]$/.test(last) && (/^lưu/iu.test(cell) || /^\p{Lu}/u.test(cell)) && !/^lưu/iu.test(last)) items.push(cell)
  else if (/[.]$/.test(last)) return false
  else items[items.length - 1] = `${last} ${cell}`
  return true
}

const readSignatories = (rows: readonly Row[]): Signatory[] => {
  const beside = rows.some(
    row => row.filter(cell => findPerson(cell.text)).length > 1 || row.filter(cell => isHeadCell(cell.text)).length > 1,
  )
  if (!beside) return readStack(rows.flat().map(cell => cell.text))
  const anchors = anchorsOf(rows)
  const stacks = anchors.map((_, i) =>
    rows.flatMap(row => row.filter(cell => nearest(anchors, row, cell) === i).map(cell => cell.text)),
  )
  return stacks.flatMap(readStack)
}

const isHeadCell = (cell: string): boolean => (isCapitals(cell) || isPost(cell)) && !findPerson(cell)

/** Columns are those of the row with most cells. */
const anchorsOf = (rows: readonly Row[]): number[] =>
  rows.reduce<Row>((widest, row) => (row.length > widest.length ? row : widest), []).map(cell => cell.column)

/** A full row counts by place in the row; a lone cell by its column. */
const nearest = (anchors: readonly number[], row: Row, cell: Cell): number => {
  if (row.length === anchors.length) return row.indexOf(cell)
  const distances = anchors.map(anchor => Math.abs(anchor - cell.column))
  return distances.indexOf(Math.min(...distances))
}

/** One column of signature blocks: body and post in capitals, then the name that closes the block; or all blocks, then all names. */
const readStack = (cells: readonly string[]): Signatory[] => {
  const found: Signatory[] = []
  let head: string[] = []
  let names: string[] = []
  const close = (): void => {
    found.push(...pairUp(head, names))
    head = []
    names = []
  }
  for (const cell of cells) {
    const name = findPerson(cell) ?? (head.some(isPost) && !names.length ? findCapitalName(cell) : null)
    if (name && head.length) names.push(name)
    else if (!isSignedMark(cell) && (isCapitals(cell) || isPost(cell))) {
      if (names.length) close()
      head.push(cell)
    }
  }
  close()
  return found
}

const pairUp = (head: readonly string[], names: readonly string[]): Signatory[] => {
  const [first] = names
  if (!first) return []
  const blocks = [forFirst, bodyFirst, postFirst].map(starts => toBlocks(head, starts)).find(list => list.length === names.length)
  if (!blocks || names.length === 1) return [{ name: first, ...readHead(head) }]
  return names.map((name, i) => ({ name, ...readHead(blocks[i] ?? []) }))
}

/** Where a further block begins: at "TM.", at a body after a post, or at a post after a body. */
const forFirst = (_: readonly string[], cell: string): boolean => /^T[./]?M(?![\p{L}])/u.test(cell)
const bodyFirst = (block: readonly string[], cell: string): boolean => !isPost(cell) && block.some(isPost)
const postFirst = (block: readonly string[], cell: string): boolean =>
  isPost(cell) && block.some(isPost) && !isPost(block.at(-1) ?? '')

const toBlocks = (head: readonly string[], starts: (block: readonly string[], cell: string) => boolean): string[][] => {
  const blocks: string[][] = []
  for (const cell of head) {
    const block = blocks.at(-1)
    if (!block || starts(block, cell)) blocks.push([cell])
    else block.push(cell)
  }
  return blocks
}

const SURNAMES =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|ĐOÀN|TRƯƠNG|HÀ|NÔNG|LƯƠNG|MAI|TÔ|ĐÀO|LÒ|VÀNG|GIÀNG|SIU|KPĂ|RƠ|Y|A|K['’]\S+)(?=\s)/u

const findCapitalName = (cell: string): string | null => {
  const words = cell.split(/\s+/)
  if (!isCapitals(cell) || words.length > 5 || !SURNAMES.test(cell) || isPost(cell)) return null
  return words.map(word => word.charAt(0) + word.slice(1).toLowerCase()).join(' ')
}

const readHead = (head: readonly string[]): { position: string | null; body: string | null } => {
  const posts = head.filter(line => isPost(line))
  const bodies = head.filter(line => !isPost(line) && !/^[-*_.\s]+$/.test(line))
  const signing = posts.at(-1)
  const position = signing ? printedName([signing]) : null
  return { position, body: printedName(bodies) ?? posts.map(post => bodyInPost(printedName([post]))).find(Boolean) ?? null }
}

/** "Giám đốc Sở …" names the body with the post. */
const bodyInPost = (position: string | null): string | null =>
  /\s((?:Sở|Ban|Ủy ban|Uỷ ban|Công an|Hội|Bộ Chỉ huy|Liên đoàn|Mặt trận|UB\p{Lu}+)\s.*)$/u.exec(position ?? '')?.[1] ?? null

const printedName = (lines: readonly string[]): string | null => {
  const text = lines
    .map(line => line.replace(FOR, ''))
    .join(' ')
    .trim()
  return text ? fromCapitals(text) : null
}
