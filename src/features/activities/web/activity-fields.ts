import type { IsoDate } from '../../../kernel/dates.ts'
import type { Pair } from '../../../ui/components/count-pair.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { type BreakdownRow, whyNotBreakdown } from '../breakdown.ts'
import { type ActivityKind, KINDS } from '../contract.ts'
import { fieldsOfKind } from '../kinds.ts'
import { whyNotHeld } from '../rules.ts'
import { detailsToSend, type WrittenDetails } from './detail-words.ts'

/** What stands in the form; kept in the browser until it is sent. */
export type Written = {
  activityId: string
  itemIds: string[]
  kind: ActivityKind | ''
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

export const unitsOf = (kind: ActivityKind | ''): { count: string; reach: string } => ({
  count: (kind && KINDS[kind].count) || '',
  reach: (kind && KINDS[kind].reach) || '',
})

const measured = (value: number | null, unit: string) =>
  value !== null && unit.trim() ? { value, unit: unit.trim() } : undefined

/** What is sent of it; absent halves are left out. */
export function fieldsOf(written: Written) {
  const { itemIds, title, place, note, pair, money } = written
  return {
    itemIds,
    kind: written.kind || 'other',
    title,
    heldOn: written.heldOn ?? '',
    ...(written.several && written.heldTo ? { heldTo: written.heldTo } : {}),
    place,
    placeIds: written.placeIds,
    details: detailsToSend(fieldsOfKind(written.kind), written.details),
    breakdown: written.breakdown.filter(row => row.count > 0),
    ...optional('count', measured(pair.count, pair.countUnit)),
    ...optional('reach', measured(pair.reach, pair.reachUnit)),
    ...optional('money', money === null ? undefined : Math.round(money)),
    note,
  }
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value }

export type Missing = Partial<Record<'items' | 'title' | 'heldOn' | 'place' | 'pair' | 'breakdown', string>>

/** What still stands against sending, by field, in words. */
export function missingOf(written: Written, programme: { from: number; to: number } | undefined, today: IsoDate): Missing {
  const missing: Missing = {}
  if (written.itemIds.length === 0) missing.items = t('refusal.field.items')
  if (!written.title.trim()) missing.title = t('part.fill-in')
  if (!written.place.trim()) missing.place = t('part.fill-in')
  if (!written.heldOn) missing.heldOn = t('part.fill-in')
  const { count, countUnit, reach, reachUnit } = written.pair
  if ((count !== null && !countUnit.trim()) || (reach !== null && !reachUnit.trim())) missing.pair = t('activities.unit-missing')
  const split = whyNotBreakdown(written.breakdown, reach)
  if (split) missing.breakdown = find(`refusal.${split.code}`, split.data) ?? split.code
  if (written.heldOn && programme) {
    const held = { heldOn: written.heldOn, heldTo: written.several && written.heldTo ? written.heldTo : undefined }
    const reason = whyNotHeld(held, { periodFrom: programme.from, periodTo: programme.to }, today)
    if (reason) missing.heldOn = find(`refusal.${reason.code}`, reason.data) ?? reason.code
  }
  return missing
}
