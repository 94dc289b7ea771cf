import { useState } from 'react'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart } from '../../../../ui/components/address.tsx'
import { ButtonLink } from '../../../../ui/components/button.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { ReviewAnswer } from '../../web/types.ts'
import '../../web/review.css'
import './writing.css'
import { SaveVersion } from './save-version.tsx'
import type { VersionsAnswer } from './types.ts'
import { useRoom } from './use-room.ts'
import { VersionDifferences } from './version-differences.tsx'
import { VersionList } from './version-list.tsx'

/** The versions of a shared text. `?truoc=` and `?sau=` say which two are compared. */
export default function VersionsPage() {
  const reviewId = usePathPart('id')
  const review = useAnswer<ReviewAnswer>('reviews.review', { reviewId })
  const answer = useAnswer<VersionsAnswer>('reviews.text-versions', { reviewId })
  const report = review.data ? t('reviews.report-of', { name: review.data.review.name }) : t('reviews.title')
  const steps = [
    { label: report, to: `/bao-cao/${reviewId}` },
    { label: t('versions.title'), current: true },
  ]
  const open = review.data?.written && review.data.review.state === 'proposed'
  const back = (
    <ButtonLink to={`/bao-cao/${reviewId}${open ? '/soan' : ''}`}>{t(open ? 'versions.back' : 'writing.see-paper')}</ButtonLink>
  )
  return (
    <Page title={t('versions.title-of', { name: report })} above={<ThreadBar steps={steps} />} actions={back}>
      <Answered of={review}>
        {found => (
          <Answered of={answer}>{({ versions, can }) => <Versions review={found} answer={{ versions, can }} />}</Answered>
        )}
      </Answered>
    </Page>
  )
}

function Versions({ review, answer }: { review: ReviewAnswer; answer: VersionsAnswer }) {
  const [chosen, setChosen] = useAddressWord('truoc')
  const [against, setAgainst] = useAddressWord('sau')
  const { versions, can } = answer
  const [older] = useState(() => versions.find(one => !one.current)?.id ?? versions[0]?.id ?? '')
  const from = chosen || older
  if (versions.length === 0)
    return (
      <>
        <p className="message">{t('versions.none')}</p>
        {can.write === null && <Desk review={review} answer={answer} />}
      </>
    )
  return (
    <>
      {can.write === null ? <Desk review={review} answer={answer} /> : <VersionList versions={versions} room={null} />}
      <VersionDifferences versions={versions} from={from} against={against} onFrom={setChosen} onAgainst={setAgainst} />
    </>
  )
}

/** Where one may write, one sits in the room of the text: what was typed last is in the version. */
function Desk({ review, answer: { versions } }: { review: ReviewAnswer; answer: VersionsAnswer }) {
  const { room, state } = useRoom(review)
  const ready = room !== null && state.ready && state.line === 'kept'
  return (
    <>
      <SaveVersion reviewId={review.review.id} room={ready ? room : null} />
      {versions.length > 0 && <VersionList versions={versions} room={ready ? room : null} />}
    </>
  )
}
