import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Item } from './item-words.ts'

/** Leaves an item out of the year; the reason stands in the plan. */
export function DropForm({ item, onClose }: { item: Item; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const drop = useCommand<{ itemId: string; version: number; reason: string }, { version: number }>('plans.drop-item')
  const send = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const sent = await drop.send({ itemId: item.id, version: item.version, reason })
    if (!sent) return
    tell(t('plans.was-dropped', { number: item.position }), async () => {
      await sendCommand('plans.restore-item', { itemId: item.id, version: sent.answer.version })
      await refresh(['plans', 'insight.'])
    })
    onClose()
  }
  return (
    <Dialog title={t('plans.drop-title', { number: item.position })} onClose={onClose}>
      <p className="paper-text">{item.title}</p>
      <p className="quiet">{t('plans.drop-why')}</p>
      <Form onSubmit={() => void send()} submit={t('plans.drop')} busy={drop.state === 'sending'}>
        <TextArea
          label={t('plans.drop-reason')}
          help={t('plans.drop-reason-help')}
          required
          rows={3}
          value={reason}
          onChange={setReason}
          problem={missing ? t('part.fill-in') : null}
        />
        <Problem of={drop} />
      </Form>
    </Dialog>
  )
}
