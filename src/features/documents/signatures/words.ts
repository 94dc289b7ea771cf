import type { JudgedSignature, Judgement } from '../../../formats/pades/verdict.ts'
import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { files } from '../../../ui/messages/vi/files.ts'
import { changes, integrities, kinds, notes, revocations, trusts, words } from '../../../ui/messages/vi/signatures.ts'

const CLOCK = new Intl.DateTimeFormat('vi', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})
const moment = (time: string): string => `${CLOCK.format(new Date(time))}, ${printDate(vietnamDate(new Date(time)))}`

/** Who signed, when, whether it holds, and what came after: names and what stands to them, null where there is nothing to say. */
export const factsOf = (one: JudgedSignature): [name: string, value: string | null][] => [
  [words.who, one.name ?? words.nameless],
  [words.organization, one.organization],
  [words.kind, one.kind && kinds[one.kind]],
  [words.integrity, integrities[one.integrity]],
  [words.trust, trusts[one.trust]],
  [words.revocation, one.revocation ? revocations[one.revocation] : null],
  [words.claimedTime, one.claimedTime && moment(one.claimedTime)],
  [words.timestamp, one.timestamp && `${moment(one.timestamp.time)} (${one.timestamp.by})`],
  [words.afterwards, one.changesAfter.map(change => changes[change]).join('; ')],
  [words.remarks, [...new Set(one.notes.map(note => notes[note]))].join('; ')],
]

export const verdictOf = ({ integrity }: Judgement): string => integrities[integrity]

/** A seal set before the person's signature is told, never refused (Thông tư 01/2019/TT-BNV, Điều 14). */
export const warningsOf = ({ order }: Judgement): string[] =>
  order.filter(one => one.personThenSeal === false).map(one => `${words.sealFirst}: ${one.party ?? words.nameless}.`)

/** Why a file was not judged, in one sentence. */
export const whyNotJudged = (error: unknown): string => {
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'WorkerFailure' || code === 'too-heavy') return files['file.too-heavy']
  if (code === 'unknown-format') return words.noPdf
  return code === 'empty' || code === 'too-large' ? files[`file.${code}`] : files['file.corrupt']
}
