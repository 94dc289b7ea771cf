import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type Act, REFRESH } from './types.ts'

/** Asks why a paper that was recorded in the own body's name does not stand for it. */
export function ContestForm({ act, onClose }: { act: Act; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const contesting = useCommand<{ actId: string; reason: string }>('post.contest-act', { refresh: REFRESH })
  const send = async () => {
    setMissing(!reason.trim())
    if (!reason.trim() || !(await contesting.send({ actId: act.id, reason }))) return
    tell(t('post.was-contested'))
    onClose()
  }
  return (
    <Dialog title={t('post.contest-title')} onClose={onClose}>
      <p>{t('post.by-paper', act.paper)}</p>
      <Form onSubmit={() => void send()} submit={t('post.contest')} busy={contesting.state === 'sending'}>
        <TextArea
          label={t('post.contest-reason')}
          help={t('post.contest-help')}
          required
          rows={3}
          value={reason}
          onChange={setReason}
          problem={missing ? t('part.fill-in') : null}
        />
        <Problem of={contesting} />
      </Form>
    </Dialog>
  )
}
