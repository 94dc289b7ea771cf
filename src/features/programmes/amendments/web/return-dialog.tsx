import { useState } from 'react'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Dialog } from '../../../../ui/components/dialog.tsx'
import { TextArea } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { AmendmentAnswer } from './types.ts'

type Input = { amendmentId: string; version: number; reason: string }

/** Asks why the amendment goes back. */
export function ReturnDialog({ answer, onClose }: { answer: AmendmentAnswer; onClose: () => void }) {
  const { id: amendmentId, version } = answer.amendment
  const [reason, setReason] = useState('')
  const returning = useCommand<Input>('programmes.return-amendment')
  const send = async () => {
    if (!(await returning.send({ amendmentId, version, reason }))) return
    tell(t('amendments.returned'))
    onClose()
  }
  return (
    <Dialog title={t('amendments.return-title')} onClose={onClose}>
      <Form submit={t('amendments.return')} busy={returning.state === 'sending'} onSubmit={() => void send()}>
        <TextArea
          label={t('amendments.return-reason')}
          help={t('amendments.return-help')}
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
