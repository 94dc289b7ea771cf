import type { DraftClause, DraftReading } from './contract.ts'
import { certainBody, type KnownBody } from './party-names.ts'
import type { Clause, ImportResult, Question } from './reading/result.ts'

// The review asks these by itself, with a field to answer in.
const ASKED_ANYWAY = /^Chỉ tiêu “/

/** The draft that a person reviews, out of what the machine has read. `text` is the source; `doubts` come with a scan. */
export function openReading(
  result: ImportResult,
  text: string,
  bodies: readonly KnownBody[],
  doubts?: Readonly<Record<string, string[]>>,
): DraftReading {
  const clauses = withRows(result, text)
  const paths = new Set(clauses.map(clause => clause.path))
  return {
    ...result,
    place: findPlace(text),
    effectiveFrom: null,
    reporting: { profile: 'nd09', cutoffs: null },
    parties: matchParties(result.parties, bodies),
    clauses: clauses.map(
      (clause): DraftClause => ({
        ...clause,
        parent: parentOf(clause.path, paths),
        ...(doubts ? { doubts: doubts[clause.path] ?? [] } : {}),
      }),
    ),
    commitments: result.commitments.map((commitment, at) => ({ ...commitment, id: `c${at + 1}` })),
    questions: result.questions.filter(isOurs).map((question, at) => ({ ...question, key: `read:${at + 1}` })),
    settled: [],
  }
}

/** Of the questions about the whole paper only that about signers has no field of its own. */
const isOurs = ({ at, ask }: Question): boolean => (at === '' ? /người ký/u.test(ask) : !ASKED_ANYWAY.test(ask))

/** A body that fits two parties is given to neither. */
function matchParties(parties: ImportResult['parties'], bodies: readonly KnownBody[]): DraftReading['parties'] {
  const found = parties.map(party => certainBody(party.name, bodies))
  return parties.map((party, at) => {
    const bodyId = found[at] ?? null
    return { ...party, bodyId: found.filter(other => other === bodyId).length === 1 ? bodyId : null }
  })
}

/** A row of a table of tasks is a clause too, so that what is done for it can stand in its place. */
function withRows({ clauses, commitments }: ImportResult, text: string): Clause[] {
  const known = new Set(clauses.map(clause => clause.path))
  const rows = commitments.filter(commitment => !known.has(commitment.clause) && known.add(commitment.clause))
  const made = rows.map(row => {
    const label = row.clause.slice(row.clause.lastIndexOf('/') + 1)
    return { path: row.clause, label, heading: false, text: row.text, span: row.span, source: text.slice(...row.span) }
  })
  return made.length === 0 ? [...clauses] : [...clauses, ...made].toSorted((a, b) => a.span[0] - b.span[0])
}

/** The nearest clause above: the longest beginning of the path that is a clause itself. */
function parentOf(path: string, paths: ReadonlySet<string>): string | null {
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    if (paths.has(path.slice(0, cut))) return path.slice(0, cut)
  }
  return null
}

const PLACE_LINE = /(?:^|\n|\t| {3,})[ \t]*([\p{Lu}][\p{L} .'-]{1,60}),\s*ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm\s*\d{4}/u
const HEAD_LENGTH = 4000

/** The place before the date in the head of the paper ("Sơn Hà, ngày 12 tháng 01 năm 2026"). */
export const findPlace = (text: string): string | null => PLACE_LINE.exec(text.slice(0, HEAD_LENGTH))?.[1]?.trim() ?? null
