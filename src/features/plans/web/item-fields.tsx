import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, RadioField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ItemFields } from '../contract.ts'
import { boundsOf, kindOf, TARGET_KINDS, type TargetKind } from './target-bounds.ts'

/** An item as the form holds it. `others` has one body a line. */
export type Written = Omit<ItemFields, 'target' | 'occasion' | 'product' | 'others' | 'audience'> & {
  occasion: string
  others: string
  audience: string
  kind: TargetKind
  number: number | null
  second: number | null
  unit: string
  per: string
  product: string
}
const TIMINGS = ['due', 'occasion', 'continuous', 'undated'] as const

export function written(item: ItemFields | null): Written {
  const target = item?.target ?? null
  const kind = target ? kindOf(target) : 'least'
  return {
    title: item?.title ?? '',
    timing: item?.timing ?? 'due',
    startsOn: item?.startsOn ?? null,
    dueOn: item?.dueOn ?? null,
    occasion: item?.occasion ?? '',
    leadBodies: item?.leadBodies ?? [],
    supportBodies: item?.supportBodies ?? [],
    others: (item?.others ?? []).join('\n'),
    audience: item?.audience ?? '',
    kind,
    number: (kind === 'most' ? target?.max : target?.min) ?? null,
    second: kind === 'range' ? (target?.max ?? null) : null,
    unit: target?.unit ?? '',
    per: target?.per ?? 'year',
    product: item?.product ?? '',
  }
}

/** What is sent: a day only where the timing has one, a target only where its unit is named. */
export function fieldsOf({ kind, number, second, unit, per, occasion, product, others, audience, ...rest }: Written): ItemFields {
  const dated = rest.timing === 'due' || rest.timing === 'occasion'
  const target = { ...boundsOf(kind, number, second), unit: unit.trim(), per: per || null }
  return {
    ...rest,
    startsOn: rest.timing === 'due' || rest.timing === 'continuous' ? rest.startsOn : null,
    dueOn: dated ? rest.dueOn : null,
    occasion: occasion.trim() || null,
    others: others
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
    audience: audience.trim() || null,
    product: product.trim() || null,
    target: unit.trim() ? target : null,
  }
}

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

const SCOPES = ['xã', 'thôn']

/** The unit first; once it is named, how much and in which scope, in words. */
export function TargetFields({ value, set }: PartProps) {
  return (
    <>
      <TextField
        label={t('plans.field-unit')}
        help={t('plans.field-unit-help')}
        value={value.unit}
        onChange={unit => set({ unit })}
        short
      />
      {value.unit.trim() !== '' && (
        <>
          <SelectField
            label={t('plans.field-target')}
            help={t('plans.field-target-help')}
            value={value.kind}
            onChange={kind => set({ kind })}
            choices={TARGET_KINDS.map(kind => ({ value: kind, label: t(`plans.target-${kind}`) }))}
            empty={null}
          />
          <Numbers value={value} set={set} />
          <Scope value={value} set={set} />
        </>
      )}
    </>
  )
}

function Numbers({ value: { kind, number, second, unit }, set }: PartProps) {
  if (kind === 'open') return null
  const label = kind === 'range' ? t('plans.field-from') : t('plans.field-number')
  return (
    <>
      <NumberField label={label} required value={number} onChange={next => set({ number: next })} unit={unit} />
      {kind === 'range' && (
        <NumberField label={t('plans.field-to')} required value={second} onChange={next => set({ second: next })} unit={unit} />
      )}
    </>
  )
}

function Scope({ value: { per }, set }: PartProps) {
  const printed = per && !['year', 'term', ...SCOPES].includes(per) ? [per] : []
  const choices = [
    { value: 'year', label: t('plans.per-year') },
    { value: 'term', label: t('plans.per-term') },
    ...[...SCOPES, ...printed].map(scope => ({ value: scope, label: t('plans.per-other', { scope }) })),
  ]
  const each = per !== '' && per !== 'year' && per !== 'term'
  return (
    <SelectField
      label={t('plans.field-per')}
      help={each ? t('plans.per-each-help') : undefined}
      value={per}
      onChange={next => set({ per: next })}
      choices={choices}
      empty={null}
    />
  )
}
