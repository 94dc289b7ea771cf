import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Indicator, Indicators } from './indicator-words.ts'
import { targetWords } from './item-words.ts'

type ShareProps = { indicator: Indicator; parties: Indicators['parties']; onClose: () => void }

/** Exactly what leaves, and to whom. */
export function ShareIndicator({ indicator, parties, onClose }: ShareProps) {
  const { id: indicatorId, version, evidence, reason } = indicator
  const share = useCommand<{ indicatorId: string; version: number }>('plans.share-indicator')
  const to = parties.filter(party => party.bodyId !== me().body.id).map(party => party.name)
  const out = async () => {
    if (!(await share.send({ indicatorId, version }))) return
    tell(t('plans.indicator-shared'))
    onClose()
  }
  return (
    <Dialog title={t('plans.indicator-share-title')} onClose={onClose}>
      <ConfirmOut to={to} action={t('plans.indicator-share')} onConfirm={() => void out()} onBack={onClose} sending={share}>
        <p>
          <b>{targetWords(indicator)}</b>
        </p>
        {evidence && <p>{t('plans.indicator-evidence', { evidence })}</p>}
        <p>{t('plans.proposal-reason', { reason })}</p>
      </ConfirmOut>
    </Dialog>
  )
}
