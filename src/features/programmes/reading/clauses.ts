import { tidy } from '../../../kernel/vietnamese.ts'
import { isNotedTask } from './attributes.ts'
import { isCapitals } from './bodies.ts'
import { isClosed } from './breaks.ts'
import { type Flow, flowOf, type Sheet } from './lines.ts'
import type { Node } from './outline.ts'
import type { Clause } from './result.ts'

/** A clause with what the later readings need: its own words as a flow, and where its title ends in it (0 without one). */
export type ReadClause = { clause: Clause; node: Node; flow: Flow; bodyFrom: number }

/** @param original the source text before healing */
export const readClause = (sheet: Sheet, original: string, node: Node): ReadClause => {
  const slices = node.lines.map(
    (line, i) => [line.start + (i === 0 ? Math.min(node.label.length, line.text.length) : 0), line.end] as const,
  )
  const flow = flowOf(sheet.plain, slices)
  const text = tidy(flow.text)
  const span: [number, number] = [node.lines[0]?.start ?? 0, node.lines.at(-1)?.end ?? 0]
  const heading = isHeading(node, text)
  const clause: Clause = { path: node.path, label: node.label.printed, heading, text, span, source: original.slice(...span) }
  return { clause, node, flow, bodyFrom: titleLength(sheet, node, flow) }
}

/** True where a clause only heads what follows: a lead-in, a title, a name; not where it says a whole sentence of its own. */
const isHeading = (node: Node, text: string): boolean => {
  if (node.label.kind === 'annex') return true
  if (isNotedTask(node)) return false
  if (!node.children.length) return isCapitals(text) || text === ''
  if (/[.;!?…]\s+\p{Lu}/u.test(text.replace(/\d+\.\s/g, ''))) return false
  if (!isClosed(text) || text.endsWith(':')) return true
  return text.endsWith('.')
}

/** "Điều 5. Giám sát.": a title with a full stop, no sentence of a decision. */
const isClosedTitle = (node: Node, text: string): boolean =>
  node.label.kind === 'article' &&
  text.endsWith('.') &&
  text.split(' ').length <= 16 &&
  !/(?<![\p{L}])(?:này|giao|có hiệu lực|chịu trách nhiệm|phê duyệt|bãi bỏ)(?![\p{L}])/iu.test(text)

/** A capital in the middle of a paper line's sentence is a name's; these words are none. */
const FRAME_START = /^(?:Hằng|Hàng|Mỗi|Định kỳ|Trong|Khi|Việc|Căn cứ|Trên cơ sở|Quy chế này|Tùy theo|Nhằm)(?![\p{L}])/u

/** "Điều 5. Trách nhiệm của Sở …" on a line of its own is the title; the sentences begin on the next line. */
const titleLength = (sheet: Sheet, node: Node, flow: Flow): number => {
  const [first, second] = node.lines
  if (!first || !second || node.label.kind === 'bullet' || node.label.kind === 'letter') return 0
  const short = isCapitals(first.text) || first.text.length < (sheet.wrapped ? sheet.width * 0.8 : 120)
  if ((isClosed(first.text) && !isClosedTitle(node, first.text)) || !/^[\p{Lu}"“]/u.test(second.text)) return 0
  if (!short && !(node.label.kind === 'article' && FRAME_START.test(second.text))) return 0
  return flow.at.findIndex(at => at >= second.start)
}
