import { useId, useState } from 'react'
import { parseNumberText } from '../../kernel/number-text.ts'
import { printNumber } from '../../kernel/numbers.ts'
import { t } from '../messages/index.ts'
import { FieldGroup, type FieldProps } from './field.tsx'

/** How many of what, and how many were reached: 2 lớp · 117 lượt người. Either half may be absent. */
export type Pair = { count: number | null; countUnit: string; reach: number | null; reachUnit: string }

/** ["2 lớp", "117 lượt người"]: what was counted of the two. */
export const pairParts = (pair: Pair): string[] =>
  [[pair.count, pair.countUnit] as const, [pair.reach, pair.reachUnit] as const]
    .filter(([amount]) => amount !== null)
    .map(([amount, unit]) => `${printNumber(amount ?? 0)} ${unit}`.trim())

type PairProps = FieldProps & {
  value: Pair
  onChange: (pair: Pair) => void
  /** Units proposed while typing: lớp, buổi, cuộc …; lượt người, hộ … */
  countUnits: readonly string[]
  reachUnits: readonly string[]
  words: { count: string; countUnit: string; reach: string; reachUnit: string }
}

/** The count pair as one control. */
export function CountPair({ value, onChange, countUnits, reachUnits, words, ...field }: PairProps) {
  return (
    <FieldGroup {...field}>
      <div className="pair">
        <Amount label={words.count} value={value.count} onChange={count => onChange({ ...value, count })} />
        <Unit
          label={words.countUnit}
          value={value.countUnit}
          choices={countUnits}
          onChange={countUnit => onChange({ ...value, countUnit })}
        />
        <Amount label={words.reach} value={value.reach} onChange={reach => onChange({ ...value, reach })} />
        <Unit
          label={words.reachUnit}
          value={value.reachUnit}
          choices={reachUnits}
          onChange={reachUnit => onChange({ ...value, reachUnit })}
        />
      </div>
    </FieldGroup>
  )
}

function Amount({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const [text, setText] = useState(value === null ? '' : printNumber(value))
  const wrong = text.trim() !== '' && parseNumberText(text) === null
  const type = (typed: string) => {
    setText(typed)
    onChange(parseNumberText(typed))
  }
  return (
    <label className="pair-part">
      <span>{label}</span>
      <input
        className="box amount"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={wrong || undefined}
        title={wrong ? t('part.number-wrong') : undefined}
        value={text}
        onChange={event => type(event.target.value)}
      />
    </label>
  )
}

type UnitProps = { label: string; value: string; choices: readonly string[]; onChange: (value: string) => void }

function Unit({ label, value, choices, onChange }: UnitProps) {
  const id = useId()
  return (
    <label className="pair-part">
      <span>{label}</span>
      <input className="box unit" list={id} autoComplete="off" value={value} onChange={event => onChange(event.target.value)} />
      <datalist id={id}>
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </datalist>
    </label>
  )
}
