import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AccountFields } from './account-fields.tsx'
import { useNewAccount } from './use-new-account.ts'

type FirstAccountProps = { body: { id: string; shortName: string }; onClose: () => void }

/** Hands a body that has nobody yet to its own administrator. */
export function FirstAccountDialog({ body, onClose }: FirstAccountProps) {
  const { value, set, problemOf, save, add } = useNewAccount(body.id, ['administrator'], onClose)
  return (
    <Dialog title={t('agencies.first-account-title', { body: body.shortName })} onClose={onClose}>
      <p className="quiet">{t('agencies.first-account-help')}</p>
      <Form
        onSubmit={() => void add()}
        submit={t('agencies.first-account')}
        busy={save.state === 'sending'}
        others={<Button onClick={onClose}>{t('agencies.later')}</Button>}
      >
        <AccountFields value={value} set={set} problemOf={problemOf} passwordHelp={t('agencies.password-first-help')} />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
