import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import type { EndingLine, LineInput } from './contract.ts'
import { whyNotEnd, whyNotLines } from './rules.ts'
import { clausesOf, lastWorkedOn, standingProgramme } from './store.ts'

type Asked = { programmeId: string; intoId: string | null; effectiveOn: IsoDate; paperDate: IsoDate; lines: readonly LineInput[] }

/** The lines with their words, where the end can stand; asked when it is proposed and again when it is carried out. Refuses with the reason. */
export async function checkedLines(
  db: ReadDb,
  { programmeId, intoId, effectiveOn, paperDate, lines }: Asked,
): Promise<EndingLine[]> {
  const programme = await standingProgramme(db, programmeId)
  const into = intoId === null ? null : await standingProgramme(db, intoId)
  const workedOn = await lastWorkedOn(db, programmeId)
  refuseIf(whyNotEnd({ effectiveOn, paperDate, programme: { ...programme, workedOn }, into }))
  const own = await clausesOf(db, programmeId, effectiveOn)
  const theirs = intoId === null ? null : await clausesOf(db, intoId, effectiveOn)
  const duties = own.filter(one => one.duty).map(one => one.path)
  refuseIf(whyNotLines(lines, { duties, into: theirs?.map(one => one.path) ?? null }))
  const [words, intoWords] = [textsOf(own), textsOf(theirs ?? [])]
  return lines.map(line => ({
    ...line,
    text: words.get(line.path) ?? '',
    ...(line.choice === 'same' && { intoText: intoWords.get(line.into) ?? '' }),
  }))
}

const textsOf = (clauses: readonly { path: string; text: string }[]) => new Map(clauses.map(one => [one.path, one.text]))
