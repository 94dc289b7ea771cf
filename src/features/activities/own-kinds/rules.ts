import { type Acting, deciders, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { bulkColumns } from '../bulk/columns.ts'
import { ANSWER_TYPES, type KindField, NUMBER_TYPES } from '../kinds.ts'
import { WORK } from '../rules.ts'
import type { OwnKind, OwnKindFields } from './contract.ts'
import { whyNotLabel } from './labels.ts'

/** What leaves the house, and what binds it, leaves by a leader. */
export const AGREE = { roles: deciders, reach: 'party', act: 'agree' } as const

type Standing = Pick<OwnKind, 'state' | 'byBody'>

const may = (permission: typeof WORK | typeof AGREE, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}
const isOurs = (acting: Acting, { byBody }: Standing): boolean => typeof acting !== 'string' && acting.bodyId === byBody

/** Everything that a reader of the form would see, however small. */
const wordsIn = ({ name, explanation, count, reach, fields }: OwnKindFields): string[] =>
  [
    name,
    explanation,
    count ?? '',
    reach ?? '',
    ...fields.flatMap(({ label, help = '', unit = '', pair = [], choices = {} }) => [
      label,
      help,
      unit,
      ...pair,
      ...Object.values(choices),
    ]),
  ].filter(Boolean)

/** Whether the words, fields and required counts of a kind can stand; `before` are the fields of the version that it follows. */
export function whyNotOwnKind(kind: OwnKindFields, before: readonly KindField[] = []): WhyNot {
  for (const words of wordsIn(kind)) {
    const refused = whyNotLabel(words)
    if (refused) return refused
  }
  const wrong = kind.fields.find(field => whyNotShape(field))
  if (wrong) return whyNotShape(wrong)
  const undue = kind.fields.find(field => !isDueRight(field, kind.fields))
  if (undue) return { code: 'activities.kind-due', data: { label: undue.label } }
  if (new Set(kind.fields.map(field => field.key)).size < kind.fields.length) return { code: 'activities.kind-twice' }
  const titles = bulkColumns(kind).map(column => fold(column.title))
  const twice = bulkColumns(kind).find((column, at) => titles.indexOf(fold(column.title)) !== at)
  if (twice) return { code: 'activities.kind-label-twice', data: { label: twice.title } }
  // What was recorded under a field keeps its meaning: another type is another field.
  const moved = kind.fields.find(field => before.some(old => old.key === field.key && old.type !== field.type))
  if (moved) return { code: 'activities.kind-field-moved', data: { label: moved.label } }
  if (kind.count === null && kind.reach === null && !kind.fields.some(field => NUMBER_TYPES.includes(field.type)))
    return { code: 'activities.kind-counts-nothing' }
  return whyNotRequired(kind)
}

/** A day, and no other field, is that by which another field is to come. */
const isDueRight = ({ key, type, dueFor }: KindField, fields: readonly KindField[]): boolean =>
  dueFor === undefined || (type === 'date' && dueFor !== key && fields.some(one => one.key === dueFor))

function whyNotShape({ label, type, unit, pair, choices, sums, answer }: OwnKindFields['fields'][number]): WhyNot {
  const data = { label }
  if (answer && !ANSWER_TYPES.includes(type)) return { code: 'activities.kind-no-answer', data }
  if (type === 'count' && !unit) return { code: 'activities.kind-no-unit', data }
  if ((type === 'pair') !== (pair !== undefined)) return { code: 'activities.kind-no-pair', data }
  if ((type === 'choice') !== (choices !== undefined) || (choices && Object.keys(choices).length < 2))
    return { code: 'activities.kind-no-choices', data }
  return sums && !NUMBER_TYPES.includes(type) ? { code: 'activities.kind-no-number', data } : null
}

function whyNotRequired({ required, count, reach, fields }: OwnKindFields): WhyNot {
  const can = [
    ...(count ? ['count'] : []),
    ...(reach ? ['reach'] : []),
    ...fields.filter(field => NUMBER_TYPES.includes(field.type)).map(field => field.key),
  ]
  return required.every(key => can.includes(key)) ? null : { code: 'activities.kind-required' }
}

/** A name stands for one kind. `taken` are the names of the others on the list. */
export function whyNotName(name: string, taken: readonly string[]): WhyNot {
  return taken.some(one => fold(one) === fold(name)) ? { code: 'activities.kind-name-taken', data: { name } } : null
}

/** A side has one proposal for a kind at a time. */
export const whyNotProposeKind = (acting: Acting, kind: { proposedByUs: boolean; closed: boolean }): WhyNot => {
  if (kind.closed) return { code: 'activities.kind-is-closed' }
  return kind.proposedByUs ? { code: 'activities.kind-open' } : may(WORK, acting)
}

export function whyNotShareKind(acting: Acting, kind: Standing): WhyNot {
  if (kind.state !== 'own') return { code: 'activities.kind-answered' }
  return isOurs(acting, kind) ? may(AGREE, acting) : { code: 'activities.not-your-kind' }
}

/** The other sides answer what was shared, whoever speaks for them: a leader, or their paper. */
export function whyNotAgreeable(kind: Standing, bodyId: string | null): WhyNot {
  if (kind.byBody === bodyId) return { code: 'activities.own-proposal' }
  return kind.state === 'proposed' ? null : { code: 'activities.kind-answered' }
}

/** Once each, by their leaders. */
export function whyNotAnswerKind(acting: Acting, kind: Standing & { agreedByUs: boolean }): WhyNot {
  const refused = whyNotAgreeable(kind, typeof acting === 'string' ? null : acting.bodyId)
  if (refused) return refused
  return kind.agreedByUs ? { code: 'agreement.given' } : may(AGREE, acting)
}

/** Taken back by its own side: unsent by whoever works, sent by a leader. */
export function whyNotWithdrawKind(acting: Acting, kind: Standing): WhyNot {
  if (!isOurs(acting, kind)) return { code: 'activities.not-your-kind' }
  if (kind.state === 'own') return may(WORK, acting)
  return kind.state === 'proposed' ? may(AGREE, acting) : { code: 'activities.kind-answered' }
}
