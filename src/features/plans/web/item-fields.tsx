import { DateField } from '../../../ui/components/date-field.tsx'
import { RadioField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlacesField } from '../../agencies/web/places-field.tsx'
import type { ItemFields } from '../contract.ts'
import { boundsOf } from './target-bounds.ts'
import { type TargetWritten, targetWritten } from './target-fields.tsx'

const REACHES = ['unsaid', 'province', 'chosen'] as const
type Reach = (typeof REACHES)[number]

/** An item as the form holds it. `others` has one body a line. */
export type Written = Omit<ItemFields, 'target' | 'occasion' | 'product' | 'others' | 'places' | 'audience'> &
  TargetWritten & {
    occasion: string
    others: string
    reach: Reach
    places: string[]
    audience: string
    product: string
  }
const TIMINGS = ['due', 'occasion', 'continuous', 'undated'] as const

const reachOf = (places: readonly string[] | null): Reach =>
  places === null ? 'unsaid' : places.length > 0 ? 'chosen' : 'province'

export function written(item: ItemFields | null): Written {
  return {
    ...targetWritten(item?.target ?? null),
    title: item?.title ?? '',
    timing: item?.timing ?? 'due',
    startsOn: item?.startsOn ?? null,
    dueOn: item?.dueOn ?? null,
    occasion: item?.occasion ?? '',
    leadBodies: item?.leadBodies ?? [],
    supportBodies: item?.supportBodies ?? [],
    others: (item?.others ?? []).join('\n'),
    reach: reachOf(item?.places ?? null),
    places: item?.places ?? [],
    audience: item?.audience ?? '',
    product: item?.product ?? '',
  }
}

/** What is sent: a day only where the timing has one, places only where some are chosen, a target only where its unit is named. */
export function fieldsOf(value: Written): ItemFields {
  const { title, timing, leadBodies, supportBodies, reach, unit } = value
  const lines = value.others.split('\n').map(line => line.trim())
  return {
    title,
    timing,
    startsOn: timing === 'due' || timing === 'continuous' ? value.startsOn : null,
    dueOn: timing === 'due' || timing === 'occasion' ? value.dueOn : null,
    occasion: value.occasion.trim() || null,
    leadBodies,
    supportBodies,
    others: lines.filter(Boolean),
    places: reach === 'unsaid' ? null : reach === 'province' ? [] : value.places,
    audience: value.audience.trim() || null,
    product: value.product.trim() || null,
    target: unit.trim()
      ? { ...boundsOf(value.kind, value.number, value.second), unit: unit.trim(), per: value.per || null }
      : null,
  }
}

/** "Một số xã, thôn" names at least one. */
export const lacksPlaces = ({ reach, places }: Written): boolean => reach === 'chosen' && places.length === 0

type PartProps = { value: Written; set: (part: Partial<Written>) => void }

export function TimeFields({ value, set, year }: PartProps & { year: number }) {
  const bounds = { min: `${year}-01-01`, max: `${year}-12-31` }
  const choices = TIMINGS.map(timing => ({ value: timing, label: t(`plans.timing-${timing}`) }))
  return (
    <>
      <RadioField
        label={t('plans.field-timing')}
        name="timing"
        value={value.timing}
        onChange={timing => set({ timing })}
        choices={choices}
      />
      {value.timing === 'due' && (
        <>
          <DateField label={t('plans.field-due')} required value={value.dueOn} onChange={dueOn => set({ dueOn })} {...bounds} />
          <DateField
            label={t('plans.field-starts')}
            help={t('plans.field-starts-help')}
            value={value.startsOn}
            onChange={startsOn => set({ startsOn })}
            {...bounds}
          />
        </>
      )}
      {value.timing === 'occasion' && (
        <DateField label={t('plans.field-day')} required value={value.dueOn} onChange={dueOn => set({ dueOn })} {...bounds} />
      )}
      {value.timing !== 'continuous' && (
        <TextField
          label={t('plans.field-occasion')}
          help={t('plans.field-occasion-help')}
          value={value.occasion}
          onChange={occasion => set({ occasion })}
        />
      )}
    </>
  )
}

/** Where, and with which groups: nothing said, the whole province, or the communes and villages that are chosen. */
export function PlaceFields({ value, set }: PartProps) {
  return (
    <>
      <RadioField
        label={t('plans.field-places')}
        name="reach"
        value={value.reach}
        onChange={reach => set({ reach })}
        choices={REACHES.map(one => ({ value: one, label: t(`plans.reach-${one}`) }))}
      />
      {value.reach === 'chosen' && (
        <PlacesField label={t('plans.field-chosen')} required value={value.places} onChange={places => set({ places })} />
      )}
      <TextField
        label={t('plans.field-audience')}
        help={t('plans.field-audience-help')}
        value={value.audience}
        onChange={audience => set({ audience })}
      />
    </>
  )
}
