import { useRef, useState } from 'react'
import { parseDateText } from '../../kernel/date-text.ts'
import { type IsoDate, printDate, vietnamDate } from '../../kernel/dates.ts'
import { t } from '../messages/index.ts'
import { Field, type FieldProps } from './field.tsx'

type DateProps = FieldProps & { value: IsoDate | null; onChange: (value: IsoDate | null) => void; min?: IsoDate; max?: IsoDate }

const today = () => vietnamDate(new Date())

/** A day typed as dd/mm/yyyy, or chosen on the device's own calendar; null while it is no day. */
export function DateField({ value, onChange, min, max, ...field }: DateProps) {
  const [text, setText] = useState(value ? printDate(value) : '')
  const [shown, setShown] = useState(value)
  const [left, setLeft] = useState(false)
  if (shown !== value) {
    setShown(value)
    if (value && parseDateText(text, today()) !== value) setText(printDate(value))
  }
  const type = (typed: string) => {
    setText(typed)
    onChange(parseDateText(typed, today()))
  }
  const leave = () => {
    setLeft(true)
    const date = parseDateText(text, today())
    if (date) setText(printDate(date))
  }
  const unreadable = text.trim() !== '' && parseDateText(text, today()) === null
  return (
    <Field
      {...field}
      help={field.help ?? t('part.date-help')}
      problem={field.problem ?? (left && unreadable ? t('part.date-wrong') : null)}
    >
      {wiring => (
        <span className="date">
          <input
            className="box"
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={event => type(event.target.value)}
            onBlur={leave}
            data-unreadable={unreadable || undefined}
            {...wiring}
          />
          <Calendar value={value} min={min} max={max} onPick={date => type(printDate(date))} />
        </span>
      )}
    </Field>
  )
}

type CalendarProps = {
  value: IsoDate | null
  min: IsoDate | undefined
  max: IsoDate | undefined
  onPick: (date: IsoDate) => void
}

function Calendar({ value, min, max, onPick }: CalendarProps) {
  const native = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={event => event.target.value && onPick(event.target.value)}
      />
      <button type="button" className="button" aria-label={t('part.date-open')} onClick={() => native.current?.showPicker()}>
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" />
        </svg>
      </button>
    </>
  )
}
