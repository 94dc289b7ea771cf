import { DateField } from '../../../ui/components/date-field.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import type { KindField } from '../kinds.ts'
import type { WrittenDetails } from './detail-words.ts'

type Props = {
  fields: readonly KindField[]
  /** Keys of those that must be filled in. */
  required: readonly string[]
  value: WrittenDetails
  onChange: (value: WrittenDetails) => void
}

/** What a kind of work asks beside the count pair. */
export function KindFields({ fields, required, value, onChange }: Props) {
  return fields.map(field => (
    <OneField
      key={field.key}
      field={field}
      required={required.includes(field.key)}
      value={value[field.key]}
      onChange={one => onChange({ ...value, [field.key]: one })}
    />
  ))
}

type Value = WrittenDetails[string]
type OneProps = { field: KindField; required: boolean; value: Value; onChange: (value: Value) => void }

const textOf = (value: Value): string => (typeof value === 'string' ? value : '')
const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null)
const objectOf = <T extends object>(value: Value, empty: T): T =>
  typeof value === 'object' && value !== null ? (value as T) : empty

function OneField({ field, required, value, onChange }: OneProps) {
  const named = { label: field.label, help: field.help, required }
  switch (field.type) {
    case 'count':
      return <NumberField {...named} unit={field.unit ?? ''} value={numberOf(value)} onChange={onChange} />
    case 'money':
      return <NumberField {...named} unit={t('activities.money-unit')} value={numberOf(value)} onChange={onChange} />
    case 'date':
      return <DateField {...named} value={textOf(value) || null} onChange={onChange} />
    case 'place':
      return <PlaceField {...named} value={textOf(value) || null} onChange={onChange} />
    case 'choice':
      return (
        <SelectField
          {...named}
          value={textOf(value)}
          onChange={onChange}
          choices={Object.entries(field.choices ?? {}).map(([key, label]) => ({ value: key, label }))}
        />
      )
    case 'pair':
      return <PairField field={field} required={required} value={value} onChange={onChange} />
    case 'document':
      return <DocumentField field={field} required={required} value={value} onChange={onChange} />
    default:
      return <TextField {...named} maxLength={300} value={textOf(value)} onChange={onChange} />
  }
}

/** Two counts of the same thing: "đã gửi" and, of these, "được tiếp thu". */
function PairField({ field, required, value, onChange }: OneProps) {
  const { first, second } = objectOf<{ first: number | null; second: number | null }>(value, { first: null, second: null })
  const [firstWord, secondWord] = field.pair ?? ['', '']
  return (
    <FieldGroup label={field.label} help={field.help} required={required}>
      <div className="row">
        <NumberField label={firstWord} value={first} onChange={one => onChange({ first: one, second })} />
        <NumberField label={secondWord} value={second} onChange={one => onChange({ first, second: one })} />
      </div>
    </FieldGroup>
  )
}

function DocumentField({ field, value, onChange }: OneProps) {
  const { number, date } = objectOf<{ number: string; date: string | null }>(value, { number: '', date: null })
  return (
    <FieldGroup label={field.label} help={field.help}>
      <div className="row">
        <TextField
          label={t('activities.paper-number')}
          maxLength={100}
          value={number}
          onChange={one => onChange({ number: one, date })}
        />
        <DateField label={t('activities.paper-date')} value={date} onChange={one => onChange({ number, date: one })} />
      </div>
    </FieldGroup>
  )
}
