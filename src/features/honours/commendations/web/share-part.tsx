import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { Shown } from './commendation-page.tsx'

/** A leader lets the other parties put forward, too: what they will see is said before. */
export function SharePart({ shown: { commendation: one } }: { shown: Shown }) {
  const share = useCommand<object>('honours.share-commendation')
  const send = async () => {
    if (await share.send({ commendationId: one.id, version: one.version })) tell(t('commendations.shared'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="share">
      <h2 id="share">{t('commendations.share')}</h2>
      <p>{t('commendations.share-help')}</p>
      <div className="row">
        <Button busy={share.state === 'sending'} onClick={() => void send()}>
          {t('commendations.share')}
        </Button>
      </div>
      <Problem of={share} />
    </section>
  )
}
