import { newId } from '../../../kernel/ids.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { MovementKind } from '../contract.ts'
import type { choices } from '../queries/choices.ts'
import type { movement } from '../queries/movement.ts'
import { isLocal } from '../rules.ts'

export type Choices = AnswerOf<typeof choices>
export type Shown = AnswerOf<typeof movement>

/** What stands in the form; kept in the browser until it is sent. */
export type Written = {
  movementId: string
  kind: MovementKind
  title: string
  content: string
  paperNumber: string
  paperDate: string | null
  paperIssuer: string
  startsOn: string | null
  endsOn: string | null
  placeId: string | null
  keeper: string
  measures: { measureId: string; name: string; unit: string }[]
  /** A programme, or a clause of one: "id" or "id path". */
  serves: string
}

const NO_PAPER = { paperNumber: '', paperDate: null, paperIssuer: '' }
const servesOf = ({ movement: { programmeId, clausePath } }: Shown) => [programmeId, clausePath].filter(Boolean).join(' ')

/** An empty form, or what stands already. */
export function opening(kind: MovementKind, old: Shown | null, body: string): Written {
  if (old) {
    const { movement: one, measures } = old
    const { title, content, startsOn, endsOn, placeId, keeper, paper } = one
    const papers = paper ? { paperNumber: paper.number, paperDate: paper.date, paperIssuer: paper.issuer } : NO_PAPER
    const terms = { startsOn, endsOn, placeId, keeper, measures, serves: servesOf(old) }
    return { movementId: one.id, kind: one.kind, title, content, ...papers, ...terms }
  }
  const terms = { startsOn: null, endsOn: null, placeId: null, measures: [], serves: '' }
  return { movementId: newId(), kind, title: '', content: '', ...NO_PAPER, ...terms, keeper: kind === 'twinning' ? body : '' }
}

/** A model taken elsewhere: its content and measures, another place and keeper. */
export function openingCopy(source: Shown): Written {
  const { movementId: _id, ...same } = opening('model', source, '')
  const measures = same.measures.map(measure => ({ ...measure, measureId: newId() }))
  return { ...same, ...NO_PAPER, movementId: newId(), measures, startsOn: null, endsOn: null, placeId: null, keeper: '' }
}

/** What is sent of it: a place and a keeper only where its kind has them. */
export function fieldsOf({ kind, serves, placeId, keeper, startsOn, measures, ...same }: Written) {
  const [programmeId, ...path] = serves.split(' ')
  return {
    ...same,
    startsOn: startsOn ?? '',
    placeId: isLocal(kind) ? placeId : null,
    keeper: isLocal(kind) ? keeper : '',
    measures: measures.filter(measure => measure.name.trim() !== '' || measure.unit.trim() !== ''),
    ...(programmeId ? { programmeId } : {}),
    ...(path.length > 0 ? { clausePath: path.join(' ') } : {}),
  }
}
