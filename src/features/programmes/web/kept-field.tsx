import { type KeyboardEvent, useState } from 'react'
import { Field, type FieldProps } from '../../../ui/components/field.tsx'

type KeptProps = FieldProps & {
  value: string
  /** Called when the field is left, or on Enter, with what was typed where it changed. */
  onKeep: (value: string) => void
  ask?: string
  rows?: number
  short?: boolean
  inputMode?: 'text' | 'numeric'
}

/** A text that is saved when it is left: one step for what was typed, not one for each key. */
export function KeptField({ value, onKeep, ask, rows, short, inputMode = 'text', ...field }: KeptProps) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  const keep = () => {
    if (typed.trim() !== value) onKeep(typed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      keep()
    }
  }
  const common = { value: typed, onBlur: keep, onKeyDown, 'data-ask': ask, autoComplete: 'off' }
  return (
    <Field {...field}>
      {wiring =>
        rows ? (
          <textarea className="box" rows={rows} onChange={event => setTyped(event.target.value)} {...common} {...wiring} />
        ) : (
          <input
            className={short ? 'box short' : 'box'}
            inputMode={inputMode}
            onChange={event => setTyped(event.target.value)}
            {...common}
            {...wiring}
          />
        )
      }
    </Field>
  )
}
