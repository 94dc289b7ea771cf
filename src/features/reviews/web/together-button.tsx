import { useCommand } from '../../../ui/client/hooks.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ReviewAnswer } from './types.ts'

/** Into the text that the sides write together; the first one begins it with what was compiled. */
export function TogetherButton({ answer: { review, written, can } }: { answer: ReviewAnswer }) {
  const go = useGo()
  const beginning = useCommand<{ reviewId: string }>('reviews.begin-text')
  const address = `/bao-cao/${review.id}/soan`
  const begin = async () => {
    if (await beginning.send({ reviewId: review.id })) go(address)
  }
  if (written && review.state === 'proposed') return <ButtonLink to={address}>{t('writing.open')}</ButtonLink>
  if (can.beginText !== null) return null
  return (
    <>
      <Problem of={beginning} />
      <Button busy={beginning.state === 'sending'} onClick={() => void begin()}>
        {t('writing.begin')}
      </Button>
    </>
  )
}
