import { type HTMLInputAutoCompleteAttribute, useState } from 'react'
import { parseNumberText } from '../../kernel/number-text.ts'
import { printNumber } from '../../kernel/numbers.ts'
import { t } from '../messages/index.ts'
import { Field, FieldGroup, type FieldProps } from './field.tsx'

type TextProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'search'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric'
  maxLength?: number
  /** For few characters: a code, a symbol. */
  short?: boolean
  /** Names and codes that no dictionary knows. */
  spellCheck?: boolean
  /** The id of a list of suggestions. */
  list?: string
}

export function TextField({
  label,
  help,
  problem,
  required = false,
  value,
  onChange,
  short,
  autoComplete = 'off',
  ...rest
}: TextProps) {
  return (
    <Field label={label} help={help} problem={problem} required={required}>
      {wiring => (
        <input
          className={short ? 'box short' : 'box'}
          value={value}
          onChange={event => onChange(event.target.value)}
          autoComplete={autoComplete}
          {...rest}
          {...wiring}
        />
      )}
    </Field>
  )
}

export function TextArea({
  value,
  onChange,
  rows = 4,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void; rows?: number }) {
  return (
    <Field {...field}>
      {wiring => (
        <textarea className="box" rows={rows} value={value} onChange={event => onChange(event.target.value)} {...wiring} />
      )}
    </Field>
  )
}

type NumberProps = FieldProps & { value: number | null; onChange: (value: number | null) => void; unit?: string }

/** A number as it is written in Vietnam (1.433 or 97,4); null while empty or not a number. */
export function NumberField({ value, onChange, unit, ...field }: NumberProps) {
  const [text, setText] = useState(value === null ? '' : printNumber(value))
  const [left, setLeft] = useState(false)
  const unreadable = text.trim() !== '' && parseNumberText(text) === null
  const words = t(/^\s*[-−]\s*\d/.test(text) ? 'part.number-negative' : 'part.number-wrong')
  const type = (typed: string) => {
    setText(typed)
    onChange(parseNumberText(typed))
  }
  return (
    <Field {...field} problem={field.problem ?? (left && unreadable ? words : null)}>
      {wiring => (
        <span className="row">
          <input
            className="box short"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={event => type(event.target.value)}
            onBlur={() => setLeft(true)}
            data-unreadable={unreadable || undefined}
            {...wiring}
          />
          {unit}
        </span>
      )}
    </Field>
  )
}

export type Choice<Value extends string = string> = { value: Value; label: string }
type SelectProps<Value extends string> = FieldProps & {
  value: Value | ''
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  /** The words of the empty choice; null where there is none. */
  empty?: string | null
}

/** A short list. For long ones see PickField. */
export function SelectField<Value extends string>({ value, onChange, choices, empty, ...field }: SelectProps<Value>) {
  return (
    <Field {...field}>
      {wiring => (
        <select className="box" value={value} onChange={event => onChange(event.target.value as Value)} {...wiring}>
          {empty !== null && <option value="">{empty ?? t('part.none-chosen')}</option>}
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ChecksProps<Value extends string> = FieldProps & {
  value: readonly Value[]
  onChange: (value: Value[]) => void
  choices: readonly Choice<Value>[]
}

/** Several of a few. */
export function ChecksField<Value extends string>({ value, onChange, choices, ...field }: ChecksProps<Value>) {
  const turn = (one: Value, on: boolean) => onChange(on ? [...value, one] : value.filter(other => other !== one))
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {choices.map(choice => (
          <label className="choice" key={choice.value}>
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              onChange={event => turn(choice.value, event.target.checked)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

type RadioProps<Value extends string> = FieldProps & {
  name: string
  value: Value | ''
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
}

/** One of a few, all in sight. */
export function RadioField<Value extends string>({ name, value, onChange, choices, ...field }: RadioProps<Value>) {
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {choices.map(choice => (
          <label className="choice" key={choice.value}>
            <input type="radio" name={name} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
