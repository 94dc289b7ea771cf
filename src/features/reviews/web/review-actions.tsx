import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { IssueButton } from '../../papers/web/issue-button.tsx'
import { TogetherButton } from './together-button.tsx'
import type { ReviewAnswer } from './types.ts'

/** The steps that are open to this person, and the report as a file. */
export function ReviewActions({ answer, onLeave }: { answer: ReviewAnswer; onLeave: (view: string) => void }) {
  const { review, can } = answer
  const taking = useCommand<{ reviewId: string; version: number }>('reviews.take-back')
  const takeBack = async () => {
    if (await taking.send({ reviewId: review.id, version: review.version })) tell(t('reviews.taken-back'))
  }
  const withdrawing = useCommand<{ reviewId: string }>('reviews.withdraw-agreement')
  const withdraw = async () => {
    if (await withdrawing.send({ reviewId: review.id })) tell(t('reviews.withdrawn'))
  }
  return (
    <>
      <Problem of={taking} />
      <Problem of={withdrawing} />
      <DownloadLink href={`/api/exports/review/${review.id}.pdf`}>{t('reviews.pdf')}</DownloadLink>
      <DownloadLink href={`/api/exports/review/${review.id}.docx`}>{t('reviews.docx')}</DownloadLink>
      <PrintButton look="other" />
      <ButtonLink to={`/bao-cao/${review.id}/hoi-nghi`}>{t('conference.open')}</ButtonLink>
      {can.invite === null && <ButtonLink to={`/van-ban/soan?hoi-nghi=${review.id}`}>{t('reviews.invite')}</ButtonLink>}
      <TogetherButton answer={answer} />
      {review.state === 'frozen' && <IssueButton source={{ reviewId: review.id }} />}
      {can.takeBack === null && (
        <Button busy={taking.state === 'sending'} onClick={() => void takeBack()}>
          {t('reviews.take-back')}
        </Button>
      )}
      {can.withdraw === null && (
        <Button busy={withdrawing.state === 'sending'} onClick={() => void withdraw()}>
          {t('reviews.withdraw')}
        </Button>
      )}
      {can.propose === null && (
        <Button look="main" onClick={() => onLeave('gui')}>
          {t('reviews.propose')}
        </Button>
      )}
      {can.freeze === null && (
        <Button look="main" onClick={() => onLeave('chot')}>
          {t('reviews.freeze')}
        </Button>
      )}
    </>
  )
}
