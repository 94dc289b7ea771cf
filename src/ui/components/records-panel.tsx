import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../messages/index.ts'
import { Go } from './address.tsx'
import { Button } from './button.tsx'

type PanelProps = { title: string; onClose: () => void; children: ReactNode }

/** The records behind a figure: beside it on a wide screen, a sheet from below on a phone. Escape closes it. */
export function RecordsPanel({ title, onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus({ preventScroll: true })
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [onClose])
  return (
    <aside className="figure-panel card no-print" aria-labelledby="so-lieu">
      <div className="card-head">
        <h2 id="so-lieu" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button look="plain" onClick={onClose}>
          {t('part.close')}
        </Button>
      </div>
      <div className="figure-records">{children}</div>
    </aside>
  )
}

/** `to`: where the record stands; null of one that has no place of its own. */
export type PanelRecord = { id: string; to: string | null; title: string; facts: readonly string[] }

/** What a figure says, and of how many records it is made. */
export const RecordsSum = ({ value, of }: { value: string; of: string }) => (
  <p className="figure-sum">
    <b>{value}</b>
    <span className="quiet small">{of}</span>
  </p>
)

export const RecordLines = ({ records }: { records: readonly PanelRecord[] }) => (
  <ul className="lines">
    {records.map(({ id, to, title, facts }) => (
      <li key={id}>
        {to ? <Go to={to}>{title}</Go> : title}
        <div className="quiet small">{facts.filter(Boolean).join(' · ')}</div>
      </li>
    ))}
  </ul>
)

type FigureProps = { text: string; open: boolean; onOpen: () => void }

/** A figure in a list or table that opens its records. */
export const FigureButton = ({ text, open, onOpen }: FigureProps) => (
  <button type="button" className="figure" aria-expanded={open} aria-label={t('part.figure-open', { text })} onClick={onOpen}>
    {text}
  </button>
)
