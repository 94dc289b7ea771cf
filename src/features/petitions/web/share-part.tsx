import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ORIGIN_NAMES, wordOf } from '../words.ts'
import type { Shown } from './petition-page.tsx'

type Versioned = { petitionId: string; version: number }

/** A leader shows a petition to the other parties of its programme, after having seen exactly what they will see. */
export function SharePart({ shown }: { shown: Shown }) {
  const { petition: one, can } = shown
  const [open, setOpen] = useState(false)
  const share = useCommand<Versioned, Versioned>('petitions.share-petition')
  const unshare = useCommand<Versioned, Versioned>('petitions.unshare-petition')
  const at = { petitionId: one.id, version: one.version }
  const confirm = async () => {
    if (!(await share.send(at))) return
    tell(t('petitions.shared-done'))
    setOpen(false)
  }
  const stop = async () => {
    const sent = await unshare.send(at)
    if (!sent) return
    tell(t('petitions.unshared'), async () => {
      await sendCommand('petitions.share-petition', { petitionId: one.id, version: sent.answer.version })
      await refresh(['petitions'])
    })
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="share">
      <h2 id="share">{t('petitions.share-title')}</h2>
      {open ? (
        <ConfirmOut
          to={[]}
          action={t('petitions.share')}
          note={t('petitions.share-note')}
          onConfirm={() => void confirm()}
          onBack={() => setOpen(false)}
          sending={share}
        >
          <Leaves shown={shown} />
        </ConfirmOut>
      ) : (
        <div className="row">
          {can.unshare ? (
            <Button busy={unshare.state === 'sending'} onClick={() => void stop()}>
              {t('petitions.unshare')}
            </Button>
          ) : (
            <Button onClick={() => setOpen(true)}>{t('petitions.share')}</Button>
          )}
        </div>
      )}
      <Problem of={unshare} />
    </section>
  )
}

const Leaves = ({ shown: { petition: one } }: { shown: Shown }) => (
  <dl className="petition-facts">
    <dt>{t('petitions.subject')}</dt>
    <dd>{one.subject}</dd>
    <dt>{t('petitions.field')}</dt>
    <dd>{one.fieldName}</dd>
    <dt>{t('petitions.place')}</dt>
    <dd>{one.commune}</dd>
    <dt>{t('petitions.origin')}</dt>
    <dd>{ORIGIN_NAMES[one.origin]}</dd>
    <dt>{t('petitions.voices')}</dt>
    <dd>{one.voices !== null && one.voices >= 5 ? one.voices : t('petitions.few')}</dd>
    <dt>{t('petitions.received-on')}</dt>
    <dd>{printDate(one.receivedOn)}</dd>
    <dt>{t('petitions.state')}</dt>
    <dd>
      {t(`state.${wordOf(one.state, one.confirmedOn !== null)}`)}
      {one.dueOn && ` · ${one.holder} · ${printDate(one.dueOn)}`}
    </dd>
  </dl>
)
