import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ReasonForm } from '../../plans/web/reason-form.tsx'
import type { agreeKind } from '../commands/agree-kind.ts'
import type { Own, Programme, Version } from './kind-card.tsx'
import { KindContent } from './kind-content.tsx'

type StepsProps = { one: Version; parties: Programme['parties'] }
type Seen = { kindId: string; version: number; digest: string }

/** What can be done with a proposed kind now. */
export function KindSteps({ one, parties }: StepsProps) {
  const [open, setOpen] = useState<'share' | 'return' | null>(null)
  const { id: kindId, version, digest, can } = one
  const agree = useCommand<Seen, ResultOf<typeof agreeKind>>('activities.agree-kind')
  const withdraw = useCommand<{ kindId: string; version: number }>('activities.withdraw-kind')
  const take = async () => {
    const sent = await agree.send({ kindId, version, digest })
    if (!sent) return
    tell(t(sent.answer.complete ? (one.closing ? 'kinds.closed-done' : 'kinds.agreed') : 'kinds.agreed-waiting'))
  }
  const back = async () => {
    if (await withdraw.send({ kindId, version })) tell(t('kinds.withdrawn'))
  }
  if (!Object.values(can).some(Boolean)) return null
  return (
    <div className="row no-print">
      {can.share && (
        <Button look="main" onClick={() => setOpen('share')}>
          {t('kinds.share')}
        </Button>
      )}
      {can.agree && (
        <Button look="main" busy={agree.state === 'sending'} onClick={() => void take()}>
          {t('kinds.agree')}
        </Button>
      )}
      {can.return && <Button onClick={() => setOpen('return')}>{t('kinds.return')}</Button>}
      {can.withdraw && (
        <Button look="plain" busy={withdraw.state === 'sending'} onClick={() => void back()}>
          {t('kinds.withdraw')}
        </Button>
      )}
      <Problem of={agree} />
      <Problem of={withdraw} />
      {open === 'share' && <Share one={one} parties={parties} onClose={() => setOpen(null)} />}
      {open === 'return' && (
        <ReturnDialog
          command="activities.return-kind"
          at={{ kindId, version }}
          title={t('kinds.return-title')}
          submit={t('kinds.return')}
          label={t('kinds.return-reason')}
          done={t('kinds.returned')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Exactly what leaves, and to whom. */
function Share({ one, parties, onClose }: StepsProps & { onClose: () => void }) {
  const share = useCommand<Seen>('activities.share-kind')
  const to = parties.filter(party => party.bodyId !== me().body.id).map(party => party.name)
  const out = async () => {
    if (!(await share.send({ kindId: one.id, version: one.version, digest: one.digest }))) return
    tell(t('kinds.shared'))
    onClose()
  }
  return (
    <Dialog title={t('kinds.share-title')} onClose={onClose}>
      <ConfirmOut to={to} action={t('kinds.share')} onConfirm={() => void out()} onBack={onClose} sending={share}>
        <p>
          <b>{one.name}</b>
        </p>
        {one.closing && <p>{t('kinds.closing')}</p>}
        <p>{one.explanation}</p>
        {!one.closing && <KindContent {...one} />}
        <p>{t('kinds.reason', { reason: one.reason })}</p>
      </ConfirmOut>
    </Dialog>
  )
}

/** How a kind that holds may change, or come to its end. */
export function ChangeSteps({ kind }: { kind: Own }) {
  const [closing, setClosing] = useState(false)
  const [kindId] = useState(() => newId())
  const propose = useCommand<{ kindId: string; closes: string; reason: string }>('activities.propose-closing')
  return (
    <div className="row no-print">
      <ButtonLink to={`/hoat-dong/loai-viec/moi?sua=${kind.key}`}>{t('kinds.change')}</ButtonLink>
      <Button onClick={() => setClosing(true)}>{t('kinds.close')}</Button>
      {closing && (
        <ReasonForm
          title={t('kinds.close')}
          label={t('kinds.why')}
          help={t('kinds.why-help')}
          submit={t('kinds.save')}
          command={propose}
          inputOf={reason => ({ kindId, closes: kind.key, reason })}
          onDone={() => tell(t('kinds.close-saved'))}
          onClose={() => setClosing(false)}
        >
          <p className="quiet">{t('kinds.close-help')}</p>
        </ReasonForm>
      )}
    </div>
  )
}
