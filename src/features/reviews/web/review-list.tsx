import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import './review.css'
import type { ReviewListAnswer } from './types.ts'

type Programme = ReviewListAnswer['programmes'][number]
type Review = ReviewListAnswer['reviews'][number]

/** Reports by programme, and the periods for which one can be begun. `?programme=` narrows to one programme. */
export default function ReviewList() {
  const [programmeId] = useAddressWord('programme')
  const answer = useAnswer<ReviewListAnswer>('reviews.list', programmeId ? { programmeId } : {})
  return (
    <Page title={t('reviews.title')}>
      <Answered of={answer}>
        {found =>
          found.programmes.length === 0 ? (
            <EmptyPlace
              title={t('reviews.list-empty')}
              help={t('reviews.list-empty-help')}
              action={
                <ButtonLink to="/chuong-trinh/nhap" look="main">
                  {t('reviews.import')}
                </ButtonLink>
              }
            />
          ) : (
            found.programmes.map(programme => (
              <ProgrammeCard
                key={programme.id}
                programme={programme}
                reviews={found.reviews.filter(review => review.programmeId === programme.id)}
                mayOpen={found.can.open === null}
              />
            ))
          )
        }
      </Answered>
    </Page>
  )
}

function ProgrammeCard({ programme, reviews, mayOpen }: { programme: Programme; reviews: Review[]; mayOpen: boolean }) {
  return (
    <section className="card" aria-labelledby={`programme-${programme.id}`}>
      <div className="card-head">
        <h2 id={`programme-${programme.id}`}>
          <Go to={`/chuong-trinh/${programme.id}`}>{programme.title}</Go>
        </h2>
      </div>
      {reviews.length === 0 && <p className="quiet review-none">{t('reviews.none-yet')}</p>}
      <ul className="lines">
        {reviews.map(review => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </ul>
      {mayOpen && programme.periods.length > 0 && <OpenReview programme={programme} />}
    </section>
  )
}

const ReviewLine = ({ review }: { review: Review }) => (
  <li className="review-line">
    <div>
      <Go to={`/bao-cao/${review.id}`}>{t('reviews.report-of', { name: review.name })}</Go>
      <div className="quiet small">
        {t('reviews.counted', { from: review.period.from, to: review.period.to })}
        {review.dueOn && review.state !== 'frozen' && ` · ${t('reviews.due', { day: review.dueOn })}`}
        {` · ${t('reviews.by', { name: review.ownerName })}`}
      </div>
    </div>
    <span className="row">
      {review.state === 'draft' && <InternalMark />}
      <StateWord state={review.state} />
    </span>
  </li>
)

const valueOf = ({ kind, year, half }: Programme['periods'][number]) => `${kind} ${year} ${half ?? ''}`

function OpenReview({ programme }: { programme: Programme }) {
  const [chosen, setChosen] = useState('')
  const go = useGo()
  const opening = useCommand<Record<string, unknown>, { reviewId: string }>('reviews.open-review')
  const period = programme.periods.find(one => valueOf(one) === chosen) ?? programme.periods[0]
  const open = async () => {
    if (!period) return
    const { kind, year, half } = period
    const input = { reviewId: newId(), programmeId: programme.id, kind, year, ...(half ? { half } : {}) }
    const done = await opening.send(input)
    if (done) go(`/bao-cao/${done.answer.reviewId}`)
  }
  return (
    <div className="review-open no-print">
      <SelectField
        label={t('reviews.period')}
        help={t('reviews.open-help')}
        value={period ? valueOf(period) : ''}
        onChange={setChosen}
        empty={null}
        choices={programme.periods.map(one => ({ value: valueOf(one), label: one.name }))}
      />
      <Button look="main" busy={opening.state === 'sending'} onClick={() => void open()}>
        {t('reviews.open')}
      </Button>
      <Problem of={opening} />
    </div>
  )
}
