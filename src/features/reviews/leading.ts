import type { IsoDate } from '../../kernel/dates.ts'
import { capital, fold } from '../../kernel/vietnamese.ts'
import type { Occurrence } from './occurrences.ts'

/** `cited`: "05/KH-MTTQ"; `made`: from what record. */
export type IssuedPaper = {
  id: string
  bodyId: string
  typeName: string
  cited: string
  dated: IsoDate
  made: { kind: string; id: string }
}
export type Directed = { id: string; bodyId: string; kind: string; number: string; issuedOn: IsoDate | null; subject: string }
export type Concluded = { id: string; meetingId: string; leadBody: string; text: string; heldOn: IsoDate }
/** `cited`: the numbers of papers that recorded work names as its own. */
type Leading = {
  papers: readonly IssuedPaper[]
  directives: readonly Directed[]
  conclusions: readonly Concluded[]
  cited: readonly string[]
}

/**
 * What led the work, each once: minutes are told by what they conclude, a paper that recorded work names by that work, and a paper of the
 * own registers that was entered as a directive too by the register.
 */
export function leadingOf({ papers, directives, conclusions, cited }: Leading): Occurrence[] {
  const told = new Set([...conclusions.map(one => one.meetingId), ...cited.map(fold)])
  const isTold = ({ made, cited: number }: IssuedPaper) => told.has(made.id) || told.has(fold(number))
  const own = new Set([...cited, ...papers.map(one => one.cited)].map(fold))
  const came = directives.filter(one => one.issuedOn !== null && !own.has(fold(one.number)))
  return [...papers.filter(one => !isTold(one)).map(issued), ...came.map(directed), ...conclusions.map(concluded)]
}

const issued = ({ id, bodyId, typeName, cited, dated }: IssuedPaper): Occurrence => ({
  of: 'led',
  part: 'issued',
  id,
  kind: 'paper',
  title: `${typeName || 'Công văn'} số ${cited}`,
  day: dated,
  bodyId,
  address: `/van-ban/${id}`,
})

const directed = ({ id, bodyId, kind, number, issuedOn, subject }: Directed): Occurrence => ({
  of: 'led',
  part: 'directed',
  id,
  kind: 'directive',
  title: [`${capital(kind)}${number && ` số ${number}`}`, subject].filter(Boolean).join(': '),
  day: issuedOn!,
  bodyId,
  address: `/van-ban-chi-dao/${id}`,
})

const concluded = ({ id, meetingId, leadBody, text, heldOn }: Concluded): Occurrence => ({
  of: 'led',
  part: 'concluded',
  id,
  kind: 'conclusion',
  title: text,
  day: heldOn,
  bodyId: leadBody,
  address: `/cuoc-hop/${meetingId}`,
})
