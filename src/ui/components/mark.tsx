import type { ReactElement } from 'react'
import { t } from '../messages/index.ts'

/** The place of a party in its programme: 1 square, 2 circle, 3 triangle, 4 diamond. The same mark everywhere. */
export type Position = 1 | 2 | 3 | 4
export type Duty = 'lead' | 'support'

const SHAPES: Record<Position, ReactElement> = {
  1: <rect x="2" y="2" width="10" height="10" />,
  2: <circle cx="7" cy="7" r="5.3" />,
  3: <path d="M7 1.6 13 12H1Z" />,
  4: <path d="M7 .8 13.2 7 7 13.2.8 7Z" />,
}

const isPosition = (position: number): position is Position => [1, 2, 3, 4].includes(position)

export const asPosition = (position: number): Position => (isPosition(position) ? position : 1)

type MarkProps = {
  position: number
  duty: Duty
  /** The party's short name. */
  name: string
  /** Writes the role after the name: "Sở … chủ trì". */
  showRole?: boolean
  /** Only the mark is seen; the words are for screen readers and the pointer. */
  bare?: boolean
}

/** A party's mark: filled where it leads, outlined where it supports; never without words. */
export function Mark({ position, duty, name, showRole = false, bare = false }: MarkProps) {
  const words = `${name} ${t(`part.${duty}`)}`
  return (
    <span className="mark" title={bare ? words : undefined}>
      <Shape position={asPosition(position)} duty={duty} />
      {bare ? <span className="unseen">{words}</span> : <span>{showRole ? words : name}</span>}
    </span>
  )
}

/** The shape alone, for a place whose words stand beside it. */
export const Shape = ({ position, duty }: { position: Position; duty: Duty }) => (
  <svg
    className={`mark-${position}`}
    width="13"
    height="13"
    viewBox="0 0 14 14"
    fill={duty === 'lead' ? 'currentColor' : 'none'}
    stroke="currentColor"
    strokeWidth="2"
    aria-hidden="true"
  >
    {SHAPES[position]}
  </svg>
)

/** What is ours alone wears a lock and "nội bộ". */
export const InternalMark = () => (
  <span className="mark quiet">
    <svg width="12" height="13" viewBox="0 0 12 13" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M1.5 6h9v6h-9zM3.5 6V4a2.5 2.5 0 0 1 5 0v2" />
    </svg>
    {t('part.internal')}
  </span>
)

export const ProposedMark = ({ name }: { name: string }) => <span className="mark quiet">{t('part.proposed-by', { name })}</span>
