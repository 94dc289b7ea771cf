import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ItemTarget } from '../contract.ts'
import { kindOf, TARGET_KINDS, type TargetKind } from './target-bounds.ts'

/** A target as a form holds it. */
export type TargetWritten = { kind: TargetKind; number: number | null; second: number | null; unit: string; per: string }

/** As texts print scopes, and as plans keep them. */
const SCOPE_OF: Record<string, string> = { năm: 'year', 'giai đoạn': 'term', 'cả giai đoạn': 'term' }

export function targetWritten(target: Pick<ItemTarget, 'min' | 'max' | 'unit' | 'per'> | null): TargetWritten {
  const kind = target ? kindOf(target) : 'least'
  const per = target?.per ?? 'year'
  return {
    kind,
    number: (kind === 'most' ? target?.max : target?.min) ?? null,
    second: kind === 'range' ? (target?.max ?? null) : null,
    unit: target?.unit ?? '',
    per: SCOPE_OF[per] ?? per,
  }
}

/** Whether a number is missing that the kind asks for. */
export const lacksNumber = ({ kind, number, second, unit }: TargetWritten): boolean =>
  unit.trim() !== '' && kind !== 'open' && (number === null || (kind === 'range' && second === null))

const SCOPES = ['xã', 'thôn']

type TargetProps = { value: TargetWritten; set: (part: Partial<TargetWritten>) => void; required?: boolean }

/** The unit first; once it is named, how much and in which scope, in words. Where a target is required, a number is. */
export function TargetFields({ value, set, required = false }: TargetProps) {
  const kinds = TARGET_KINDS.filter(kind => !(required && kind === 'open'))
  return (
    <>
      <TextField
        label={t('plans.field-unit')}
        help={t('plans.field-unit-help')}
        required={required}
        value={value.unit}
        onChange={unit => set({ unit })}
        short
      />
      {value.unit.trim() !== '' && (
        <>
          <SelectField
            label={t('plans.field-target')}
            help={required ? undefined : t('plans.field-target-help')}
            value={value.kind}
            onChange={kind => set({ kind })}
            choices={kinds.map(kind => ({ value: kind, label: t(`plans.target-${kind}`) }))}
            empty={null}
          />
          <Numbers value={value} set={set} />
          <Scope value={value} set={set} />
        </>
      )}
    </>
  )
}

function Numbers({ value: { kind, number, second, unit }, set }: TargetProps) {
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

function Scope({ value: { per }, set }: TargetProps) {
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
