import { Button } from '../../../ui/components/button.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ANSWER_TYPES, FIELD_TYPES, NUMBER_TYPES } from '../kinds.ts'
import { emptyField, type FieldWritten } from './kind-written.ts'

const MOST = 20
const SUMS = ['sum', 'highest', 'none'] as const

type Props = {
  value: FieldWritten[]
  onChange: (fields: FieldWritten[]) => void
  /** Keys of those under which something may be recorded: their type stays. */
  fixed: readonly string[]
}

/** What a kind asks beside its count pair, from the closed set of types. */
export function KindFieldsForm({ value, onChange, fixed }: Props) {
  const put = (key: string, change: Partial<FieldWritten>) =>
    onChange(value.map(one => (one.key === key ? { ...one, ...change } : one)))
  return (
    <fieldset className="stack">
      <legend>{t('kinds.fields')}</legend>
      <p className="quiet small">{t('kinds.fields-help')}</p>
      {value.map((field, at) => (
        <section key={field.key} className="card padded stack" aria-label={t('kinds.field', { at: at + 1 })}>
          <OneField
            field={field}
            set={change => put(field.key, change)}
            fixed={fixed.includes(field.key)}
            others={value.filter(one => one !== field && one.label.trim() !== '')}
          />
          <div className="row">
            <Button
              look="plain"
              aria-label={t('kinds.field-out-of', { at: at + 1 })}
              onClick={() => onChange(value.filter(one => one !== field))}
            >
              {t('kinds.field-out')}
            </Button>
          </div>
        </section>
      ))}
      {value.length < MOST && (
        <div className="row">
          <Button onClick={() => onChange([...value, emptyField()])}>{t('kinds.field-add')}</Button>
        </div>
      )}
    </fieldset>
  )
}

type OneProps = { field: FieldWritten; set: (change: Partial<FieldWritten>) => void; fixed: boolean; others: FieldWritten[] }

function OneField({ field, set, fixed, others }: OneProps) {
  const types = fixed ? [field.type] : FIELD_TYPES
  return (
    <>
      <div className="row kind-field">
        <TextField
          label={t('kinds.field-label')}
          required
          maxLength={100}
          value={field.label}
          onChange={label => set({ label })}
        />
        <SelectField
          label={t('kinds.field-type')}
          empty={null}
          value={field.type}
          onChange={type => set({ type })}
          choices={types.map(type => ({ value: type, label: t(`kinds.field-type-${type}`) }))}
        />
        {field.type === 'count' && (
          <TextField
            label={t('kinds.field-unit')}
            required
            short
            maxLength={30}
            value={field.unit}
            onChange={unit => set({ unit })}
          />
        )}
      </div>
      {field.type === 'pair' && <Halves field={field} set={set} />}
      {field.type === 'choice' && (
        <TextArea
          label={t('kinds.field-choices')}
          required
          rows={3}
          value={field.choices}
          onChange={choices => set({ choices })}
        />
      )}
      {NUMBER_TYPES.includes(field.type) && <Sums field={field} set={set} />}
      {field.type === 'date' && others.length > 0 && <DueFor field={field} set={set} others={others} />}
      {ANSWER_TYPES.includes(field.type) && (
        <label className="choice">
          <input type="checkbox" checked={field.answer} onChange={event => set({ answer: event.target.checked })} />
          {t('kinds.field-answer')}
        </label>
      )}
    </>
  )
}

/** Of which field a day is the deadline, if of any. */
const DueFor = ({ field, set, others }: Omit<OneProps, 'fixed'>) => (
  <SelectField
    label={t('kinds.field-due')}
    help={t('kinds.field-due-help')}
    empty={null}
    value={field.dueFor}
    onChange={dueFor => set({ dueFor })}
    choices={[{ value: '', label: t('kinds.field-due-none') }, ...others.map(one => ({ value: one.key, label: one.label }))]}
  />
)

const Halves = ({ field, set }: Pick<OneProps, 'field' | 'set'>) => (
  <div className="row kind-field">
    <TextField
      label={t('kinds.field-first')}
      help={t('kinds.field-first-help')}
      required
      maxLength={60}
      value={field.first}
      onChange={first => set({ first })}
    />
    <TextField
      label={t('kinds.field-second')}
      help={t('kinds.field-second-help')}
      required
      maxLength={60}
      value={field.second}
      onChange={second => set({ second })}
    />
  </div>
)

const Sums = ({ field, set }: Pick<OneProps, 'field' | 'set'>) => (
  <div className="row kind-field">
    <SelectField
      label={t('kinds.field-sums')}
      empty={null}
      value={field.sums}
      onChange={sums => set({ sums })}
      choices={SUMS.map(value => ({ value, label: t(`kinds.sums-${value}`) }))}
    />
    <label className="choice">
      <input type="checkbox" checked={field.must} onChange={event => set({ must: event.target.checked })} />
      {t('kinds.field-must')}
    </label>
  </div>
)
