import { t } from '../../../ui/messages/index.ts'
import type { ReviewAnswer } from './types.ts'

/** The head of the paper: the bodies at the left, the nation or the Party at the right, number, date, name and subject. */
export function PaperHead({ answer: { review, compiled, letterhead } }: { answer: ReviewAnswer }) {
  const { head } = compiled
  return (
    <header>
      {review.state !== 'frozen' && <p className="paper-mark">{t('reviews.draft-mark')}</p>}
      <div className="paper-head">
        <div>
          {head.parties.map(party => (
            <p key={party.bodyId}>
              {party.superior && <span className="superior">{party.superior}</span>}
              <b>{party.name}</b>
            </p>
          ))}
          <p className="paper-number">{letterhead.number}</p>
        </div>
        <div>
          {letterhead.profile === 'nd30' ? (
            <p>
              <b>{t('reviews.nation')}</b>
              <b className="motto">{t('reviews.motto')}</b>
            </p>
          ) : (
            <p>
              <b className="motto">{t('reviews.party')}</b>
            </p>
          )}
          <p className="paper-date">{letterhead.date}</p>
        </div>
      </div>
      <h2 className="paper-type">
        {t('reviews.type')}
        <span>{head.occasion}</span>
        <span>{head.subject}</span>
      </h2>
    </header>
  )
}
