import { splitBodies } from './bodies.ts'
import type { Node } from './outline.ts'

/** What a plan notes under a task, a line each: "- Cơ quan chủ trì: Sở Tư pháp.", "- Thời gian thực hiện: Quý II/2027." */
export type Attribute = { role: 'lead' | 'support' | 'deadline' | 'product' | 'other'; words: string }

const ROLES: readonly [Attribute['role'], RegExp][] = [
  ['lead', /^(?:(?:cơ quan|đơn vị|bộ phận|phòng, ban)\s+)?(?:chủ trì(?: thực hiện| tham mưu)?|thực hiện chính)$/iu],
  ['lead', /^(?:cơ quan|đơn vị|bộ phận)\s+(?:thực hiện|phụ trách|tham mưu|chủ trì, thực hiện)$/iu],
  ['support', /^(?:(?:các )?(?:cơ quan|đơn vị|bộ phận)\s+)?(?:cùng )?phối hợp(?: thực hiện)?$/iu],
  ['deadline', /^(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình)(?: (?:thực hiện|hoàn thành|tổ chức|triển khai))*$/iu],
  ['product', /^(?:sản phẩm|kết quả|kết quả đầu ra|sản phẩm dự kiến)$/iu],
  [
    'other',
    /^(?:địa điểm|đối tượng|thành phần|hình thức|số lượng|kinh phí|nguồn kinh phí|địa bàn|phạm vi)(?: (?:thực hiện|tổ chức|tham gia|tham dự|triển khai))*$/iu,
  ],
]

const PLAIN = /^\s*([^:]{4,40}?)\s*:\s*(\S.*)$/u

const wordsOf = (node: Node): string =>
  node.lines.map((line, i) => (i === 0 ? line.text.slice(node.label.length) : line.text)).join(' ')

/** A note by its words; null where they are no note. */
export const readNote = (text: string): Attribute | null => {
  const [, head = '', words = ''] = PLAIN.exec(text) ?? []
  const role = ROLES.find(([, pattern]) => pattern.test(head))?.[0]
  return role ? { role, words: words.replace(/[\s.;,]+$/, '') } : null
}

/** The note that a clause is; null where it is a clause like others. */
export const findAttribute = (node: Node): Attribute | null => (node.children.length ? null : readNote(wordsOf(node)))

const read = new WeakMap<Node, { count: number; notes: Attribute[] }>()

/**
 * Who leads or supports, or by when: at least one such note makes a list of notes, not "Đối tượng: …" alone.
 * Each child asks this of its parent: read once, or a list of many thousands would be read as often.
 */
export const attributesUnder = (node: Node): Attribute[] => {
  const known = read.get(node)
  if (known?.count === node.children.length) return known.notes
  const found = node.children.flatMap(child => findAttribute(child) ?? [])
  const notes = found.some(note => note.role !== 'other') ? found : []
  read.set(node, { count: node.children.length, notes })
  return notes
}

/** A task whose lines below are all notes about it: the duty is its own. */
export const isNotedTask = (node: Node): boolean =>
  node.children.length > 0 && attributesUnder(node).length === node.children.length

export const bodiesIn = (notes: readonly Attribute[], role: Attribute['role']): string[] =>
  notes.filter(note => note.role === role).flatMap(note => splitBodies(note.words))

export const wordsIn = (notes: readonly Attribute[], role: Attribute['role']): string | null =>
  notes.find(note => note.role === role)?.words ?? null
