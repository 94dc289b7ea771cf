import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { whyNotMend } from '../apply-mend.ts'
import type { DraftReading, DraftSource } from '../contract.ts'
import type { Seen } from './review-board.tsx'
import type { Review } from './use-review.ts'

type SourceProps = { source: DraftSource; fileId: string | null; review: Review; seen: Seen | null; onSee: (seen: Seen) => void }

/** The text as it was handed in, what is looked at lit and brought into sight. Nothing here can be changed. */
export function ReviewSource({ source, fileId, review, seen, onSee }: SourceProps) {
  const text = useRef<HTMLPreElement>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const span = spanOf(review.reading, seen)
  const { reading } = review
  const scanned = source.notes.includes('scan')
  // A pointer's shortcut: every clause and commitment is reached by keyboard in the reading beside it.
  useEffect(() => {
    const pane = text.current
    const pick = () => {
      const at = pane && offsetIn(pane)
      if (at === null) return
      setCursor(at)
      const found = seenAt(reading, at)
      if (found) onSee(found)
    }
    // A pane that scrolls takes the focus, so that the arrow keys move it.
    if (pane) pane.tabIndex = 0
    pane?.addEventListener('mouseup', pick)
    return () => pane?.removeEventListener('mouseup', pick)
  }, [reading, onSee])
  const splitAt = cursor === null ? null : wordStart(source.text, cursor)
  const id = seen?.commitment
  const mend = id && splitAt !== null ? ({ kind: 'split', id, at: splitAt } as const) : null
  return (
    <div className="card review-source">
      <div className="card-head">
        <h2 id="source-title">{t('programmes.review-source')}</h2>
        {mend && !whyNotMend(review.reading, mend) && (
          <Button onClick={() => review.mend(mend)}>{t('programmes.split-source')}</Button>
        )}
      </div>
      <p className="quiet small review-source-help">
        {scanned ? t('programmes.review-scan-help') : t('programmes.review-source-help')}{' '}
        {scanned && fileId && <a href={`/api/files/${fileId}`}>{t('programmes.review-scan-open')}</a>}
      </p>
      <pre ref={text} className="paper-text source-text" role="region" aria-labelledby="source-title">
        {span ? source.text.slice(0, span[0]) : source.text}
        {span && (
          <mark key={span.join()} ref={bringIntoSight} className="lit">
            {source.text.slice(...span)}
          </mark>
        )}
        {span && source.text.slice(span[1])}
      </pre>
    </div>
  )
}

/** What is lit: the commitment where one is looked at, else the whole clause. */
export function spanOf(reading: DraftReading, seen: Seen | null): readonly [number, number] | null {
  if (!seen) return null
  const commitment = reading.commitments.find(one => one.id === seen.commitment)
  return commitment?.span ?? reading.clauses.find(one => one.path === seen.clause)?.span ?? null
}

const holds = (span: readonly [number, number], at: number) => span[0] <= at && at <= span[1]

function seenAt(reading: DraftReading, at: number): Seen | null {
  const commitment = reading.commitments.find(one => holds(one.span, at))
  if (commitment) return { clause: commitment.clause, commitment: commitment.id }
  const clause = reading.clauses.findLast(one => holds(one.span, at))
  return clause ? { clause: clause.path, commitment: null } : null
}

/** The beginning of the word that an offset stands in. */
function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && /\S/.test(text[start - 1]!)) start--
  return start
}

/** Scrolls only the text's own pane, so that the page stays where it is. */
function bringIntoSight(lit: HTMLElement | null): void {
  const pane = lit?.parentElement
  if (!lit || !pane) return
  const [place, window] = [lit.getBoundingClientRect(), pane.getBoundingClientRect()]
  if (place.top < window.top || place.bottom > window.bottom) pane.scrollTop += place.top - window.top - window.height / 3
}

/** The offset in the text where the pointer has put the selection. */
function offsetIn(text: HTMLElement): number | null {
  const selection = getSelection()
  const node = selection?.focusNode
  if (!node || !text.contains(node)) return null
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(node, selection.focusOffset)
  return before.toString().length
}
