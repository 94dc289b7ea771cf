import { useAnswer } from '../../../../ui/client/hooks.ts'
import { usePathPart } from '../../../../ui/components/address.tsx'
import { ButtonLink } from '../../../../ui/components/button.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { ReviewAnswer } from '../../web/types.ts'
import '../../web/review.css'
import './writing.css'
import { WritingDesk } from './writing-desk.tsx'

const EVERY_MS = 20_000

/** The text of a report, written by every side at the same time. `?so-lieu=` opens a figure. */
export default function WritingPage() {
  const reviewId = usePathPart('id')
  const answer = useAnswer<ReviewAnswer>('reviews.review', { reviewId }, { every: EVERY_MS })
  const name = answer.data ? t('reviews.report-of', { name: answer.data.review.name }) : t('reviews.title')
  const steps = [
    { label: name, to: `/bao-cao/${reviewId}` },
    { label: t('writing.title'), current: true },
  ]
  const back = <ButtonLink to={`/bao-cao/${reviewId}`}>{t('writing.see-paper')}</ButtonLink>
  return (
    <Page title={t('writing.title-of', { name })} above={<ThreadBar steps={steps} />} actions={back}>
      <Answered of={answer}>
        {found =>
          found.written && found.review.state === 'proposed' ? (
            <WritingDesk key={reviewId} answer={found} />
          ) : (
            <p className="message">{t(found.review.state === 'frozen' ? 'writing.frozen' : 'writing.not-begun')}</p>
          )
        }
      </Answered>
    </Page>
  )
}
