import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { useNarrow } from './use-narrow.ts'

type FoldedProps = { label: string; open: boolean; className: string; children: ReactNode }

/** On a phone the conditions lie behind one button, open at first where some are set. */
export function FoldedFilters({ label, open, className, children }: FoldedProps) {
  const narrow = useNarrow()
  const [unfolded, setUnfolded] = useState(open)
  if (!narrow) return children
  return (
    <details className="filters-fold" open={unfolded} onToggle={event => setUnfolded(event.currentTarget.open)}>
      <summary className="button">{label}</summary>
      <div className={className}>{children}</div>
    </details>
  )
}

type NarrowedProps = { showAll: string; clear: () => void; children: ReactNode }

/** To what an address that was opened from elsewhere has narrowed the list, in sentences, and the way back from all of it. */
export const Narrowed = ({ showAll, clear, children }: NarrowedProps) => (
  <div className="message row">
    <span>{children}</span>
    <Button onClick={clear}>{showAll}</Button>
  </div>
)

const PAUSE = 250

/** A search within a list: types freely, the address follows after a pause. */
export function WordsBox({ label, value, onChange }: { label: string; value: string; onChange: (words: string) => void }) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setText(value)
  }
  useEffect(() => {
    if (text === value) return undefined
    const timer = setTimeout(() => onChange(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <input
      className="box"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value | ''
  onChange: (value: string) => void
  any: string | null
  choices: readonly { value: Value; label: string }[]
}

/** One condition as a part of a sentence: "quá hạn", "mọi lĩnh vực". */
export const FilterChoice = <Value extends string>({ label, value, onChange, any, choices }: ChoiceProps<Value>) => (
  <select className="box" aria-label={label} value={value} onChange={event => onChange(event.target.value)}>
    {any !== null && <option value="">{any}</option>}
    {choices.map(choice => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
)
