import { ACTIVITY_KINDS, KINDS, type Kind, type KindField } from './kinds.ts'

/** The current version, one that a later took the place of, or one that nothing more is recorded under. */
export type KindStanding = 'current' | 'replaced' | 'closed'

/**
 * A kind of work on the list, ready or a province's own: one shape, so that a form, a table and a report ask no further.
 * `required` names what must be filled in: 'count', 'reach' or keys of fields. An own kind holds in the programme that agreed to it.
 */
export type ListedKind = Omit<Kind, 'fields'> & {
  key: string
  version: number
  explanation: string
  fields: readonly KindField[]
  required: readonly string[]
  programmeId: string | null
  standing: KindStanding
}
/** Every version of every kind, the ready ones first. */
export type KindBook = readonly ListedKind[]

export const READY: KindBook = ACTIVITY_KINDS.map(key => ({
  key,
  version: 1,
  explanation: '',
  required: [],
  programmeId: null,
  standing: 'current',
  ...KINDS[key],
}))

const latest = (kinds: readonly ListedKind[]): ListedKind | null => kinds.toSorted((a, b) => b.version - a.version)[0] ?? null

/** The kind as it is now, closed or not; null where the book does not have it. */
export const kindNow = (book: KindBook, key: string): ListedKind | null => latest(book.filter(one => one.key === key))

/** The kind as it was in a version, else as it is now. */
export const kindAs = (book: KindBook, key: string, version: number): ListedKind | null =>
  book.find(one => one.key === key && one.version === version) ?? kindNow(book, key)

/** What work of a programme can be recorded under, the ready kinds first. */
export const openKinds = (book: KindBook, programmeId: string | undefined): readonly ListedKind[] =>
  book.filter(one => one.standing === 'current' && (one.programmeId === null || one.programmeId === programmeId))

/** What the kind is called now. */
export const nameOfKind = (book: KindBook, key: string): string => kindNow(book, key)?.name ?? key

/** The fields of a kind in all its versions, each as it was said last: what sums over time are told by. */
export function fieldsOverTime(book: KindBook, key: string): KindField[] {
  const versions = book.filter(one => one.key === key).toSorted((a, b) => b.version - a.version)
  const all = versions.flatMap(one => one.fields)
  return all.filter((field, at) => all.findIndex(one => one.key === field.key) === at)
}
