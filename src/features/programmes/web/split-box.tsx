import { useRef, useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { whyNotMend } from '../apply-mend.ts'
import type { DraftCommitment } from '../contract.ts'
import type { Review } from './use-review.ts'

type SplitProps = { commitment: DraftCommitment; review: Review; onDone: () => void }

/** The duty's own words with a cursor in them, so that it can be split without a mouse. */
export function SplitBox({ commitment, review, onDone }: SplitProps) {
  const text = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const clause = review.reading.clauses.find(one => one.path === commitment.clause)
  if (!clause) return null
  const words = clause.source.slice(commitment.span[0] - clause.span[0], commitment.span[1] - clause.span[0])
  const split = () => {
    const mend = { kind: 'split', id: commitment.id, at: commitment.span[0] + (text.current?.selectionStart ?? 0) } as const
    const no = whyNotMend(review.reading, mend)
    if (no) return setProblem(refusalSentence(no.code, no.data))
    review.mend(mend)
    return onDone()
  }
  return (
    <div className="stack">
      <p className="field-help">{t('programmes.split-help')}</p>
      <textarea ref={text} className="box paper-text" readOnly rows={4} value={words} aria-label={t('programmes.split-text')} />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button look="main" onClick={split}>
          {t('programmes.split-here')}
        </Button>
      </div>
    </div>
  )
}
