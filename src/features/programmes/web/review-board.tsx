import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { whyNotAccept } from '../rules.ts'
import { AcceptPage } from './accept-page.tsx'
import type { ReadDraft } from './import-review.tsx'
import { ReviewAsks } from './review-asks.tsx'
import { ReviewHead } from './review-head.tsx'
import { ReviewParties } from './review-parties.tsx'
import { ReviewSource } from './review-source.tsx'
import { ReviewTree } from './review-tree.tsx'
import { UnsignedNote } from './unsigned-note.tsx'
import { type Review, useReview } from './use-review.ts'

/** What is looked at: a clause, and the commitment of it that is lit in the source. */
export type Seen = { clause: string; commitment: string | null }

/** Source and reading side by side, the open questions above them, every step saved as it is made. */
export function ReviewBoard({ draft }: { draft: ReadDraft }) {
  const review = useReview(draft)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [side, setSide] = useState<'source' | 'reading'>('reading')
  const [leaving, setLeaving] = useState(false)
  const [reasonsShown, setReasonsShown] = useState(false)
  const reasons = whyNotAccept({ state: 'read', reading: review.reading, unsigned: draft.unsigned }, me().body.id)
  if (leaving && reasons.length === 0) return <AcceptPage draft={draft} review={review} onBack={() => setLeaving(false)} />
  const leave = () => (reasons.length === 0 ? setLeaving(true) : setReasonsShown(true))
  const actions = (
    <>
      <SavedLine review={review} />
      {!draft.unsigned && (
        <Button look="main" onClick={leave}>
          {t('programmes.accept')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('programmes.review-title')} actions={actions}>
      {reasonsShown && reasons.length > 0 && (
        <div className="message bad" role="alert">
          <p>{t('programmes.accept-open')}</p>
          <ul className="how">
            {reasons.map(reason => (
              <li key={`${reason.code} ${String(reason.data?.['name'] ?? '')}`}>{refusalSentence(reason.code, reason.data)}</li>
            ))}
          </ul>
        </div>
      )}
      {draft.unsigned && <UnsignedNote draft={draft} />}
      <ReviewAsks draft={draft} review={review} onSee={setSeen} />
      <StepProblem review={review} />
      <div className="row phone-only">
        <Button look={side === 'reading' ? 'main' : 'other'} aria-pressed={side === 'reading'} onClick={() => setSide('reading')}>
          {t('programmes.review-reading')}
        </Button>
        <Button look={side === 'source' ? 'main' : 'other'} aria-pressed={side === 'source'} onClick={() => setSide('source')}>
          {t('programmes.review-source')}
        </Button>
      </div>
      <div className={`review-sides show-${side}`}>
        <ReviewSource source={draft.source} fileId={draft.fileId} review={review} seen={seen} onSee={setSeen} />
        <div className="stack review-reading">
          <ReviewHead review={review} />
          <ReviewParties draft={draft} review={review} />
          <ReviewTree review={review} seen={seen} onSee={setSeen} />
        </div>
      </div>
    </Page>
  )
}

/** Whether everything is saved, how many steps were made, and the way back. */
const SavedLine = ({ review }: { review: Review }) => (
  <span className="row">
    <output className="quiet">
      {review.saving ? t('programmes.review-saving') : !review.unsent && t('programmes.review-saved')}
      {review.mends > 0 && ` · ${t('programmes.review-steps', { count: review.mends })}`}
    </output>
    {review.mends > 0 && (
      <Button look="plain" onClick={review.undo} busy={review.saving}>
        {t('programmes.review-undo')}
      </Button>
    )}
  </span>
)

function StepProblem({ review }: { review: Review }) {
  if (!review.problem) return null
  return (
    <div className="message bad row" role="alert">
      {review.problem}
      {review.unsent && <Button onClick={review.again}>{t('part.again')}</Button>}
    </div>
  )
}
