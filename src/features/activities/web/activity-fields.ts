import type { IsoDate } from '../../../kernel/dates.ts'
import type { Pair } from '../../../ui/components/count-pair.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { type BreakdownRow, whyNotBreakdown } from '../breakdown.ts'
import { type KindBook, kindAs, kindNow, type ListedKind } from '../kind-book.ts'
import { whyNotFigures, whyNotHeld } from '../rules.ts'
import { detailsToSend, type WrittenDetails } from './detail-words.ts'

/** What stands in the form; kept in the browser until it is sent. */
export type Written = {
  activityId: string
  itemIds: string[]
  kind: string
  /** Of the record that is put right. */
  kindVersion: number | null
  title: string
  heldOn: IsoDate | null
  heldTo: IsoDate | null
  several: boolean
  place: string
  placeIds: string[]
  details: WrittenDetails
  breakdown: BreakdownRow[]
  pair: Pair
  money: number | null
  note: string
  files: { id: string; name: string; personal: boolean }[]
}

export const unitsOf = (kind: ListedKind | null): { count: string; reach: string } => ({
  count: kind?.count ?? '',
  reach: kind?.reach ?? '',
})

/** The kind that stands in the form, as it was when it was recorded where it was before. */
export const kindOf = (kinds: KindBook, { kind, kindVersion }: Pick<Written, 'kind' | 'kindVersion'>): ListedKind | null =>
  kindVersion === null ? kindNow(kinds, kind) : kindAs(kinds, kind, kindVersion)

const measured = (value: number | null, unit: string) =>
  value !== null && unit.trim() ? { value, unit: unit.trim() } : undefined

/** What is sent of it; absent halves are left out. */
export function fieldsOf(written: Written, kinds: KindBook) {
  const { itemIds, title, place, note, pair, money } = written
  return {
    itemIds,
    kind: written.kind || 'other',
    title,
    heldOn: written.heldOn ?? '',
    ...(written.several && written.heldTo ? { heldTo: written.heldTo } : {}),
    place,
    placeIds: written.placeIds,
    details: detailsToSend(kindOf(kinds, written)?.fields ?? [], written.details),
    breakdown: written.breakdown.filter(row => row.count > 0),
    ...optional('count', measured(pair.count, pair.countUnit)),
    ...optional('reach', measured(pair.reach, pair.reachUnit)),
    ...optional('money', money === null ? undefined : Math.round(money)),
    note,
  }
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value }

export type Missing = Partial<Record<'items' | 'title' | 'heldOn' | 'place' | 'pair' | 'breakdown' | 'figures', string>>
type Ground = { programme: { from: number; to: number } | undefined; today: IsoDate; kinds: KindBook }

/** What still stands against sending, by field, in words. */
export function missingOf(written: Written, { programme, today, kinds }: Ground): Missing {
  const missing: Missing = {}
  if (written.itemIds.length === 0) missing.items = t('refusal.field.items')
  if (!written.title.trim()) missing.title = t('part.fill-in')
  if (!written.place.trim()) missing.place = t('part.fill-in')
  if (!written.heldOn) missing.heldOn = t('part.fill-in')
  const { count, countUnit, reach, reachUnit } = written.pair
  if ((count !== null && !countUnit.trim()) || (reach !== null && !reachUnit.trim())) missing.pair = t('activities.unit-missing')
  const split = whyNotBreakdown(written.breakdown, reach)
  if (split) missing.breakdown = find(`refusal.${split.code}`, split.data) ?? split.code
  const before = written.kindVersion === null ? undefined : { kind: written.kind, kindVersion: written.kindVersion }
  const figures = whyNotFigures(kinds, { ...fieldsOf(written, kinds), breakdown: [] }, before)
  if (figures) missing.figures = find(`refusal.${figures.code}`, figures.data) ?? figures.code
  if (written.heldOn && programme) {
    const held = { heldOn: written.heldOn, heldTo: written.several && written.heldTo ? written.heldTo : undefined }
    const reason = whyNotHeld(held, { periodFrom: programme.from, periodTo: programme.to }, today)
    if (reason) missing.heldOn = find(`refusal.${reason.code}`, reason.data) ?? reason.code
  }
  return missing
}
