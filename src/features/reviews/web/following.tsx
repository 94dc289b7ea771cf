import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Go, useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ReviewAnswer } from './types.ts'

/** Which report a frozen one is followed by or follows, and the two ways to begin one. */
export function Following({ answer: { review, follows, followedBy, can } }: { answer: ReviewAnswer }) {
  const go = useGo()
  const starting = useCommand<object>('reviews.follow-review')
  const start = async (how: 'replaces' | 'supplements') => {
    const reviewId = newId()
    if (await starting.send({ reviewId, follows: review.id, how })) go(`/bao-cao/${reviewId}`)
  }
  return (
    <>
      {follows && (
        <p>
          <Go to={`/bao-cao/${follows.id}`}>{t(`reviews.follows-${follows.how}`)}</Go>
        </p>
      )}
      {followedBy && (
        <p className="message">
          <Go to={`/bao-cao/${followedBy.id}`}>
            {t(`reviews.followed-${followedBy.how}-${followedBy.state === 'frozen' ? 'frozen' : 'open'}`)}
          </Go>
        </p>
      )}
      {can.follow === null && !followedBy && (
        <div className="row">
          <Button busy={starting.state === 'sending'} onClick={() => void start('supplements')}>
            {t('reviews.supplement')}
          </Button>
          <Button busy={starting.state === 'sending'} onClick={() => void start('replaces')}>
            {t('reviews.replace')}
          </Button>
          <Problem of={starting} />
        </div>
      )}
    </>
  )
}
