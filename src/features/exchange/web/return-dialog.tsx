import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PackageAnswer } from './types.ts'

type Input = { packageId: string; version: number; reason: string }

/** Asks why the package goes back. */
export function ReturnDialog({ answer, onClose }: { answer: PackageAnswer; onClose: () => void }) {
  const { package: found, content } = answer
  const [reason, setReason] = useState('')
  const returning = useCommand<Input>('exchange.return-package')
  const send = async () => {
    if (!(await returning.send({ packageId: found.id, version: found.version, reason }))) return
    tell(t('exchange.returned', { name: content.from.shortName }))
    onClose()
  }
  return (
    <Dialog title={t('exchange.return-title')} onClose={onClose}>
      <Form submit={t('exchange.return')} busy={returning.state === 'sending'} onSubmit={() => void send()}>
        <TextArea
          label={t('exchange.return-reason')}
          help={t('exchange.return-help')}
          required
          value={reason}
          onChange={setReason}
          problem={returning.problemAt('reason')}
        />
        {!returning.problemAt('reason') && <Problem of={returning} />}
      </Form>
    </Dialog>
  )
}
