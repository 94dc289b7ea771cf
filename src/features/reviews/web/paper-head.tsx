import { Letterhead } from '../../../ui/components/letterhead.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ReviewAnswer } from './types.ts'

/** The head of the paper, its name and subject; a draft bears its mark. */
export function PaperHead({ answer: { review, compiled, letterhead } }: { answer: ReviewAnswer }) {
  const { head } = compiled
  const bodies = head.parties.map(({ bodyId, name, superior }) => ({ id: bodyId, name, superior }))
  return (
    <header>
      {review.state !== 'frozen' && <p className="paper-mark">{t('reviews.draft-mark')}</p>}
      <Letterhead bodies={bodies} party={letterhead.profile !== 'nd30'} number={letterhead.number} date={letterhead.date} />
      <h2 className="paper-type">
        {t('reviews.type')}
        <span>{head.occasion}</span>
        <span>{head.subject}</span>
      </h2>
    </header>
  )
}
