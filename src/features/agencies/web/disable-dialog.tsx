import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { disableAccount } from '../commands/disable-account.ts'

type DisableProps = { account: { id: string; displayName: string }; onClose: () => void }

/** Locks a person out; asked once more because it ends their sessions and there is no command that undoes it. */
export function DisableDialog({ account, onClose }: DisableProps) {
  const disable = useCommand<InputOf<typeof disableAccount>>('agencies.disable-account')
  const go = async () => {
    if (!(await disable.send({ accountId: account.id }))) return
    tell(t('agencies.disabled', { name: account.displayName }))
    onClose()
  }
  return (
    <Dialog title={t('agencies.disable-title', { name: account.displayName })} onClose={onClose}>
      <p>{t('agencies.disable-why')}</p>
      <Problem of={disable} />
      <div className="row">
        <Button look="danger" busy={disable.state === 'sending'} onClick={() => void go()}>
          {t('agencies.disable')}
        </Button>
        <Button onClick={onClose}>{t('part.cancel')}</Button>
      </div>
    </Dialog>
  )
}
