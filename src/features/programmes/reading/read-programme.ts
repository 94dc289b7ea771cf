import { type Source, Unreadable } from '../../../formats/source.ts'
import { distinct, findMentions, type Mention } from './citations.ts'
import { type ReadClause, readClause } from './clauses.ts'
import { readCommitments } from './commitments.ts'
import { mergeSignatures, takeSignatures } from './esign.ts'
import { readHeader } from './header.ts'
import { refuseHeavy } from './heavy.ts'
import { findFocalUnits, findHeadingRoles } from './leads.ts'
import { flowOf, type Line, layOut, type Sheet } from './lines.ts'
import { type Node, readOutline } from './outline.ts'
import { findParent } from './parent.ts'
import { readParties } from './parties.ts'
import { findPeriod } from './period.ts'
import { dateInPlan } from './plan-year.ts'
import { askQuestions } from './questions.ts'
import type { Clause, Commitment, ImportResult } from './result.ts'
import { refuseSecret } from './secret.ts'
import { readClosing } from './signatories.ts'
import { readTable, type TableReading } from './tables.ts'
import { findTaskTables, type TaskTable } from './task-tables.ts'
import { divide, type Zone } from './zones.ts'

/**
 * Reads a programme, plan, regulation or decision out of its text, by rules only: clauses, duties, times, citations, signers.
 * @throws Unreadable 'state-secret' where a line is only MẬT, TỐI MẬT or TUYỆT MẬT; 'no-clauses' where nothing is numbered or listed,
 * 'too-heavy' for a text that no office writes
 */
export const readProgramme = (source: Source): ImportResult => {
  refuseHeavy(source.text)
  refuseSecret(source)
  const sheet = layOut(source)
  const { signatures, rest } = takeSignatures(sheet.lines)
  const tables = findTaskTables(source, sheet, rest)
  const zones = divide(rest, line => tables.some(table => within(line, table)))
  const parts = readParts(sheet, source.text, zones, tables)
  if (!parts.clauses.length) throw new Unreadable('no-clauses')
  return assemble(sheet, rest, zones, parts, mergeSignatures(source.signatures, signatures))
}

const within = (line: Line, table: TaskTable): boolean => line.start < table.span[1] && line.end > table.span[0]

type Parts = { nodes: Node[]; byNode: Map<Node, ReadClause>; tables: TableReading[]; clauses: Clause[] }

const readParts = (sheet: Sheet, original: string, zones: readonly Zone[], tables: readonly TaskTable[]): Parts => {
  const taken = new Set<string>()
  const parts: Parts = { nodes: [], byNode: new Map(), tables: [], clauses: [] }
  for (const zone of zones) readZone(sheet, original, zone, tables, taken, parts)
  parts.clauses = [...[...parts.byNode.values()].map(read => read.clause), ...parts.tables.flatMap(table => table.clauses)]
  const order = new Map(parts.clauses.map((clause, i) => [clause, i]))
  parts.clauses.sort((a, b) => a.span[0] - b.span[0] || (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return parts
}

const readZone = (
  sheet: Sheet,
  original: string,
  zone: Zone,
  tables: readonly TaskTable[],
  taken: Set<string>,
  parts: Parts,
): void => {
  const inTable = (line: Line): boolean => tables.some(table => within(line, table))
  const root = zone.kind === 'annex' && zone.title ? annexNode(zone, zone.title, taken) : null
  const body = zone.body.filter(line => !inTable(line))
  const nodes = [...(root ? [root] : []), ...readOutline(sheet, body, root, taken)]
  for (const node of nodes) parts.byNode.set(node, readClause(sheet, original, node))
  parts.nodes.push(...nodes)
  for (const table of tables.filter(table => zone.body.some(line => within(line, table)))) {
    const above = nodes.findLast(node => (node.lines[0]?.start ?? 0) < table.span[0])
    parts.tables.push(readTable(table, above?.path ?? '', original, taken))
  }
}

/** An annex is a clause of its own, titled by what stands above its first row or number. */
const annexNode = (zone: Zone, title: Line, taken: Set<string>): Node => {
  const printed =
    /^phụ lục(?:\s+(?:số\s*:?\s*)?(?:[IVXLC]{1,5}|\d{1,2}[a-zđ]?|[A-Z])(?![\p{L}\d]))?\s*[.:]?\s*/iu.exec(title.text)?.[0] ?? ''
  let path = zone.name
  for (let copy = 2; taken.has(path); copy++) path = `${zone.name}(${copy})`
  taken.add(path)
  const label = { kind: 'annex', printed: printed.trim(), name: path, order: 1, style: '', length: printed.length } as const
  return { label, path, name: path, lines: [title, ...zone.head], parent: null, children: [], repeated: path !== zone.name }
}

const assemble = (
  sheet: Sheet,
  lines: readonly Line[],
  zones: readonly Zone[],
  parts: Parts,
  signatures: ImportResult['signatures'],
): ImportResult => {
  const header = readHeader(zones[0]?.head ?? [])
  const closings = zones.map(zone => readClosing(zone.closing))
  const signatories = closings.flatMap(closing => closing.signatories)
  const reads = [...parts.byNode.values()]
  const mentions = findCited(sheet, lines, zones, parts)
  const parties = readParties(
    header,
    headingBodies(reads),
    signatories.flatMap(signer => signer.body ?? []),
  )
  const names = parties.map(party => party.name)
  const setting = { parties: names, byNode: parts.byNode, mentions }
  const commitments = [
    ...reads.flatMap(read => readCommitments(read, setting)),
    ...parts.tables.flatMap(table => table.commitments),
  ]
  const period = findPeriod(titlesOf(header.title, zones), header.opening, periodTexts(reads), header.date)
  const reading = {
    title: header.title,
    kind: header.kind,
    number: header.number,
    date: header.date,
    period,
    parties,
    parent: findParent(header),
    clauses: parts.clauses,
    commitments: inOrder(commitments, parts.clauses).map(duty => dateInPlan(duty, period)),
    citations: distinct(mentions, header.number),
    focalUnits: [...new Set(reads.flatMap(read => findFocalUnits(read.clause.text)))],
    recipients: closings.flatMap(closing => closing.recipients),
    signatories,
    signatures,
  }
  return { ...reading, questions: askQuestions({ ...reading, place: header.place }, parts.nodes) }
}

/** The title of the document and of the text it issues. */
const titlesOf = (title: string, zones: readonly Zone[]): string[] => [
  title,
  ...zones
    .filter(zone => zone.kind === 'attached')
    .map(zone => readHeader([...(zone.title ? [zone.title] : []), ...zone.head]).title),
]

/** Clauses that speak of the programme itself. */
const periodTexts = (reads: readonly ReadClause[]): string[] =>
  reads.map(read => /chương trình phối hợp[^.;]{0,60}(?:giai đoạn|nhiệm kỳ)[^.;]{0,30}/iu.exec(read.clause.text)?.[0] ?? '')

const inOrder = (commitments: readonly Commitment[], clauses: readonly Clause[]): Commitment[] => {
  const places = new Map(clauses.map((clause, i) => [clause.path, i]))
  return commitments.toSorted((a, b) => (places.get(a.clause) ?? 0) - (places.get(b.clause) ?? 0) || a.span[0] - b.span[0])
}

/** Mentions in all lines but signature blocks and recipients, with offsets into the source; no mention runs from clause to clause. */
const findCited = (sheet: Sheet, lines: readonly Line[], zones: readonly Zone[], parts: Parts): Mention[] => {
  const closing = new Set(zones.flatMap(zone => zone.closing))
  const openers = new Set(parts.nodes.map(node => node.lines[0]))
  const pieces: Line[][] = [[]]
  for (const line of lines) {
    if (closing.has(line)) continue
    if (openers.has(line)) pieces.push([])
    pieces.at(-1)?.push(line)
  }
  return pieces.flatMap(piece => {
    const flow = flowOf(
      sheet.plain,
      piece.map(line => [line.start, line.end] as const),
    )
    return findMentions(flow).map(mention => ({
      ...mention,
      from: flow.at[mention.from] ?? 0,
      to: flow.at[mention.to] ?? (flow.at.at(-1) ?? 0) + 1,
    }))
  })
}

const headingBodies = (reads: readonly ReadClause[]): string[] => {
  const headings = reads.filter(read => read.clause.heading && /chủ trì/iu.test(read.clause.text))
  return headings.flatMap(read => findHeadingRoles(read.clause.text, [])?.lead ?? [])
}
