import { vietnamDate } from '../../../kernel/dates.ts'
import { Button } from '../../../ui/components/button.tsx'
import { InternalMark, Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import { destroyedWords } from './destroyed-words.ts'
import { Following } from './following.tsx'
import type { ReviewAnswer } from './types.ts'

/** Where the report stands: whose it is, who has agreed, what is still to be written, what moved since. */
export function Standing({ answer, onFigure }: { answer: ReviewAnswer; onFigure: (id: string) => void }) {
  const { review, compiled, changedSinceFrozen, movedFigures } = answer
  const owner = compiled.head.parties.find(party => party.bodyId === review.ownerBody)
  return (
    <div className="stack no-print">
      <p className="row">
        <StateWord state={review.state} />
        {review.state === 'draft' && <InternalMark />}
        {owner && <span className="quiet">{t('reviews.by', { name: owner.shortName })}</span>}
        <span className="quiet">{t('reviews.counted', { from: review.period.from, to: review.period.to })}</span>
        {review.dueOn && review.state !== 'frozen' && <span className="quiet">{t('reviews.due', { day: review.dueOn })}</span>}
      </p>
      {review.state === 'draft' && <p className="quiet small">{t('reviews.draft-own')}</p>}
      {review.ours && review.state !== 'frozen' && (
        <Responsible kind="review" id={review.id} title={t('reviews.report-of', { name: review.name })} />
      )}
      {review.frozenAt && <p>{t('reviews.frozen-on', { day: vietnamDate(new Date(review.frozenAt)) })}</p>}
      {changedSinceFrozen && <p className="message">{t('reviews.moved', { count: movedFigures.length })}</p>}
      <DestroyedBehind answer={answer} onFigure={onFigure} />
      <Following answer={answer} />
      <Disputed answer={answer} onFigure={onFigure} />
      {review.state === 'proposed' && <Agreements answer={answer} />}
      {review.state !== 'frozen' && answer.missing.length > 0 && <Missing answer={answer} />}
    </div>
  )
}

/** What can no longer be looked up behind a frozen report; its numbers stay. Each line opens a figure that it lies behind. */
function DestroyedBehind({ answer: { destroyed }, onFigure }: { answer: ReviewAnswer; onFigure: (id: string) => void }) {
  if (destroyed.length === 0) return null
  return (
    <div className="message stack">
      <p>{t('reviews.destroyed-stays')}</p>
      <ul className="lines">
        {destroyed.map(one => (
          <li key={one.destroyed.rule}>
            <Button look="plain" onClick={() => onFigure(one.figureId)}>
              {destroyedWords(one.destroyed)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Which figures a side holds to be wrong; each opens with its records and the note. */
function Disputed({
  answer: { disputes, compiled, review },
  onFigure,
}: {
  answer: ReviewAnswer
  onFigure: (id: string) => void
}) {
  const open = disputes.filter(one => one.closedAt === null)
  if (open.length === 0 || review.state === 'frozen') return null
  return (
    <div className="message stack">
      <p>{t('reviews.disputed-figures', { count: open.length })}</p>
      <ul className="lines">
        {open.map(({ id, bodyId, figureId, note }) => (
          <li key={id}>
            <Button look="plain" onClick={() => onFigure(figureId)}>
              {t('reviews.disputed-line', {
                name: compiled.head.parties.find(one => one.bodyId === bodyId)?.shortName ?? '',
                note,
              })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A frozen report keeps its words; beside it stands, also in print, that a side does not stand for the paper by which it had agreed. */
export function Fallen({ answer: { review, compiled, fallen } }: { answer: ReviewAnswer }) {
  if (review.state !== 'frozen' || fallen.length === 0) return null
  const nameOf = (bodyId: string) => compiled.head.parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  return (
    <div className="message bad stack">
      {fallen.map(({ id, bodyId, number, date, contested }) => (
        <p key={id}>
          {contested
            ? t('reviews.contested', { name: nameOf(bodyId), number, date, reason: contested.reason, day: contested.on })
            : t('reviews.paper-withdrawn', { name: nameOf(bodyId), number, date })}
        </p>
      ))}
    </div>
  )
}

function Agreements({ answer: { compiled, agreements } }: { answer: ReviewAnswer }) {
  return (
    <ul className="review-agreements">
      {compiled.head.parties.map(party => {
        const given = agreements.find(one => one.bodyId === party.bodyId)
        const word = given ? (given.current ? 'reviews.agreed-by' : 'reviews.agreed-older') : 'reviews.not-agreed'
        return (
          <li key={party.bodyId}>
            <Mark position={party.position} duty={party.position === 1 ? 'lead' : 'support'} name={party.shortName} />
            <span className={given?.current ? undefined : 'quiet'}>
              {given?.current && given.paper ? t('post.agreed-by-paper', given.paper) : t(word)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Missing({ answer: { missing, can } }: { answer: ReviewAnswer }) {
  const writing = can.write === null
  return (
    <div className="message">
      <p>{t('reviews.missing')}</p>
      <ul className="review-missing">
        {missing.map(section => (
          <li key={section}>
            {writing ? <a href={`#phan-${section}`}>{t(`reviews.section.${section}`)}</a> : t(`reviews.section.${section}`)}
          </li>
        ))}
      </ul>
      {missing.includes('causes-objective') && <p className="quiet small">{t('reviews.one-cause')}</p>}
    </div>
  )
}
