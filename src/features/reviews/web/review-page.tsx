import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Posted } from '../../post/web/posted.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { LeavingView } from './leaving-view.tsx'
import { ReviewActions } from './review-actions.tsx'
import { ReviewClearance } from './review-clearance.tsx'
import { ReviewPaper } from './review-paper.tsx'
import './review.css'
import { Fallen, Standing } from './standing.tsx'
import type { ReviewAnswer } from './types.ts'

/** One report. `?so-lieu=` opens a figure, `?xem=chot` and `?xem=gui` show exactly what will be frozen or shared. */
export default function ReviewPage() {
  const reviewId = usePathPart('id')
  const answer = useAnswer<ReviewAnswer>('reviews.review', { reviewId })
  const [view, setView] = useAddressWord('xem')
  const back = () => setView('')
  if (!answer.data) {
    return (
      <Page title={t('reviews.title')}>
        <Answered of={answer}>{() => null}</Answered>
      </Page>
    )
  }
  const { can } = answer.data
  if (view === 'chot' && can.freeze === null) return <LeavingView answer={answer.data} step="freeze" onBack={back} />
  if (view === 'gui' && can.propose === null) return <LeavingView answer={answer.data} step="propose" onBack={back} />
  return <ReviewView answer={answer.data} onLeave={setView} />
}

function ReviewView({ answer, onLeave }: { answer: ReviewAnswer; onLeave: (view: string) => void }) {
  const [figureId, setFigure] = useAddressWord('so-lieu')
  const { review, programmeNumber } = answer
  const programme = programmeNumber ? t('programmes.page-thread-programme', { name: programmeNumber }) : t('reviews.programme')
  const title = t('reviews.report-of', { name: review.name })
  const steps = [
    { label: programme, to: `/chuong-trinh/${review.programmeId}` },
    { label: t('reviews.title'), to: `/bao-cao?programme=${review.programmeId}` },
    { label: title, current: true },
  ]
  const subject = { kind: 'review' as const, id: review.id }
  const above = <ThreadBar steps={steps} />
  const paper = <ReviewPaper answer={answer} open="" onFigure={null} writing={false} />
  return (
    <Posted subject={subject} title={title} above={above} content={paper}>
      {panel => (
        <Page title={title} above={above} actions={<ReviewActions answer={answer} onLeave={onLeave} />}>
          <Standing answer={answer} onFigure={setFigure} />
          <Fallen answer={answer} />
          <ReviewClearance answer={answer} />
          {panel}
          <div className={figureId ? 'figure-desk with-figure' : 'figure-desk'}>
            <ReviewPaper answer={answer} open={figureId} onFigure={setFigure} writing={answer.can.write === null} />
            {figureId && <FigurePanel key={figureId} review={answer} figureId={figureId} onClose={() => setFigure('')} />}
          </div>
        </Page>
      )}
    </Posted>
  )
}
