import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'

type Props = { sent: Shown['dispatches'][number]; onClose: () => void }

/** A letter that did not leave goes once more, to an address that was looked at again. */
export function MailAgain({ sent, onClose }: Props) {
  const [mailTo, setMailTo] = useState(sent.mailTo ?? '')
  const again = useCommand<object>('papers.mail-again')
  const send = async () => {
    if (!(await again.send({ dispatchId: sent.id, version: sent.version, mailTo }))) return
    tell(t('papers.mailed-again'))
    onClose()
  }
  return (
    <Dialog title={t('papers.mail-again-title', { name: sent.toName })} onClose={onClose}>
      <p>{t('papers.mail-again-help')}</p>
      <Form submit={t('papers.mail-again')} busy={again.state === 'sending'} onSubmit={() => void send()}>
        <TextField label={t('papers.mail-to')} required value={mailTo} onChange={setMailTo} problem={again.problemAt('mailTo')} />
        <Problem of={again} />
      </Form>
    </Dialog>
  )
}
