import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './movement-fields.ts'

type Versioned = { version: number }
type PartProps = { shown: Shown; close: () => void }

/** What closes or lifts it: a model is recognised by a decision; anything ends with its reason. */
export function DecidePart({ shown }: { shown: Shown }) {
  const { can, movement: one } = shown
  const [open, setOpen] = useState<'recognise' | 'end' | null>(null)
  const reopen = useCommand<object>('movements.reopen-movement')
  const withdraw = useCommand<object>('movements.withdraw-recognition')
  const close = () => setOpen(null)
  if (!can.recognise && !can.end && !can.reopen) return null
  const at = { movementId: one.id, version: one.version }
  return (
    <section className="card padded stack no-print" aria-labelledby="decide">
      <h2 id="decide">{t('movements.decide')}</h2>
      {open === 'recognise' && <RecogniseForm shown={shown} close={close} />}
      {open === 'end' && <EndForm shown={shown} close={close} />}
      {open === null && (
        <div className="row">
          {can.recognise && <Button onClick={() => setOpen('recognise')}>{t('movements.recognise')}</Button>}
          {can.withdraw && (
            <Button look="plain" onClick={() => void withdraw.send(at)}>
              {t('movements.withdraw')}
            </Button>
          )}
          {can.end && <Button onClick={() => setOpen('end')}>{t('movements.end')}</Button>}
          {can.reopen && <Button onClick={() => void reopen.send(at)}>{t('movements.reopen')}</Button>}
        </div>
      )}
      <Problem of={reopen} />
      <Problem of={withdraw} />
    </section>
  )
}

function RecogniseForm({ shown: { movement: one, today }, close }: PartProps) {
  const [value, setValue] = useState<{ number: string; date: string | null; issuer: string }>({
    number: '',
    date: today,
    issuer: '',
  })
  const set = (change: Partial<typeof value>) => setValue(before => ({ ...before, ...change }))
  const command = useCommand<object, Versioned>('movements.recognise-model')
  const save = async () => {
    const sent = await command.send({ movementId: one.id, version: one.version, ...value, date: value.date ?? '' })
    if (!sent) return
    const back = { movementId: one.id, version: sent.answer.version }
    tellUndo(t('movements.recognised-done'), 'movements.withdraw-recognition', back)
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('movements.recognise')}
      busy={command.state === 'sending'}
      others={<Button onClick={close}>{t('movements.cancel')}</Button>}
    >
      <TextField
        label={t('movements.decision-number')}
        required
        short
        spellCheck={false}
        value={value.number}
        onChange={number => set({ number })}
      />
      <DateField label={t('movements.decision-date')} required value={value.date} onChange={date => set({ date })} />
      <TextField label={t('movements.paper-issuer')} required value={value.issuer} onChange={issuer => set({ issuer })} />
      <Problem of={command} />
    </Form>
  )
}

function EndForm({ shown: { movement: one, today }, close }: PartProps) {
  const [value, setValue] = useState<{ endedOn: string | null; reason: string }>({ endedOn: today, reason: '' })
  const command = useCommand<object, Versioned>('movements.end-movement')
  const save = async () => {
    const sent = await command.send({
      movementId: one.id,
      version: one.version,
      endedOn: value.endedOn ?? '',
      reason: value.reason,
    })
    if (!sent) return
    const back = { movementId: one.id, version: sent.answer.version }
    tellUndo(t('movements.ended-done'), 'movements.reopen-movement', back)
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('movements.end')}
      busy={command.state === 'sending'}
      others={<Button onClick={close}>{t('movements.cancel')}</Button>}
    >
      <DateField
        label={t('movements.end-day')}
        required
        value={value.endedOn}
        onChange={endedOn => setValue(before => ({ ...before, endedOn }))}
      />
      <TextArea
        label={t('movements.end-reason')}
        required
        value={value.reason}
        onChange={reason => setValue(before => ({ ...before, reason }))}
      />
      <Problem of={command} />
    </Form>
  )
}
