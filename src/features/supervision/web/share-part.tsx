import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './supervision-fields.ts'

type Versioned = { supervisionId: string; version: number }

/** A leader shows a supervision to the other parties of its programme, after having read what they will see. */
export function SharePart({ shown: { supervision: one, findings, can } }: { shown: Shown }) {
  const [open, setOpen] = useState(false)
  const share = useCommand<Versioned>('supervision.share-supervision')
  const unshare = useCommand<Versioned>('supervision.unshare-supervision')
  const at = { supervisionId: one.id, version: one.version }
  const confirm = async () => {
    if (!(await share.send(at))) return
    tell(t('supervision.shared-done'))
    setOpen(false)
  }
  const stop = async () => {
    if (await unshare.send(at)) tell(t('supervision.unshared'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="share">
      <h2 id="share">{t('supervision.share-title')}</h2>
      {open ? (
        <ConfirmOut
          to={[]}
          action={t('supervision.share')}
          note={t('supervision.share-note')}
          onConfirm={() => void confirm()}
          onBack={() => setOpen(false)}
          sending={share}
        >
          <p>
            <b>{one.title}</b> · {one.object}
          </p>
          <ol>
            {findings.map(finding => (
              <li key={finding.id}>{[finding.text, finding.recommendation].filter(Boolean).join(' → ')}</li>
            ))}
          </ol>
        </ConfirmOut>
      ) : (
        <div className="row">
          {can.unshare ? (
            <Button busy={unshare.state === 'sending'} onClick={() => void stop()}>
              {t('supervision.unshare')}
            </Button>
          ) : (
            <Button onClick={() => setOpen(true)}>{t('supervision.share')}</Button>
          )}
        </div>
      )}
      <Problem of={unshare} />
    </section>
  )
}
