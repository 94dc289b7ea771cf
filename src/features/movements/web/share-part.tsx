import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './movement-fields.ts'

/** A leader shows it to the other parties of its programme, after having read what they will see. */
export function SharePart({ shown: { movement: one, years, activities, can } }: { shown: Shown }) {
  const [open, setOpen] = useState(false)
  const share = useCommand<object>('movements.share-movement')
  const unshare = useCommand<object>('movements.unshare-movement')
  const at = { movementId: one.id, version: one.version }
  const confirm = async () => {
    if (!(await share.send(at))) return
    tell(t('movements.shared-done'))
    setOpen(false)
  }
  const stop = async () => {
    if (await unshare.send(at)) tell(t('movements.unshared'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="share">
      <h2 id="share">{t('movements.share-title')}</h2>
      {open ? (
        <ConfirmOut
          to={[]}
          action={t('movements.share')}
          note={t('movements.share-note')}
          onConfirm={() => void confirm()}
          onBack={() => setOpen(false)}
          sending={share}
        >
          <p>
            <b>{one.title}</b>
          </p>
          <p className="movement-said">{one.content}</p>
          <p>{t('movements.share-what', { years: years.length, activities: activities.length })}</p>
        </ConfirmOut>
      ) : (
        <div className="row">
          {can.unshare ? (
            <Button busy={unshare.state === 'sending'} onClick={() => void stop()}>
              {t('movements.unshare')}
            </Button>
          ) : (
            <Button onClick={() => setOpen(true)}>{t('movements.share')}</Button>
          )}
        </div>
      )}
      <Problem of={unshare} />
    </section>
  )
}
