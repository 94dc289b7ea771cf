import { findMentions } from './citations.ts'
import { readClause } from './clauses.ts'
import { readCommitments } from './commitments.ts'
import { flowOf, layOut } from './lines.ts'
import { readOutline } from './outline.ts'
import { dateInPlan } from './plan-year.ts'
import type { Commitment, ImportResult } from './result.ts'

/** A line of the text as it is printed: "II." and "NỘI DUNG PHỐI HỢP". */
export type PrintedLine = { label: string; text: string }

/**
 * The duties that the last of these lines states. Those before it are what it stands under, the highest first: a duty takes its
 * lead and its times from them where it tells none itself.
 */
export function readDuties(
  lines: readonly PrintedLine[],
  { parties, period }: { parties: readonly string[]; period: ImportResult['period'] },
): Omit<Commitment, 'clause' | 'span'>[] {
  const printed = lines.map(({ label, text }) => `${label} ${text.replace(/\n\s*/g, '\n')}`.trim())
  const text = printed.join('\n\n')
  const from = text.length - (printed.at(-1)?.length ?? 0)
  const sheet = layOut({ format: 'txt', text, pages: [], tables: [], signatures: [], notes: [] })
  const nodes = readOutline(sheet, sheet.lines, null, new Set())
  const byNode = new Map(nodes.map(node => [node, readClause(sheet, text, node)]))
  const flow = flowOf(sheet.plain, [[from, text.length]])
  const mentions = findMentions(flow).map(one => ({ ...one, from: flow.at[one.from] ?? 0, to: flow.at[one.to] ?? text.length }))
  const own = nodes.filter(node => (node.lines[0]?.start ?? 0) >= from)
  return own
    .flatMap(node => readCommitments(byNode.get(node)!, { parties, byNode, mentions }))
    .map(duty => dateInPlan(duty, period))
    .map(({ clause: _clause, span: _span, ...duty }) => duty)
}
