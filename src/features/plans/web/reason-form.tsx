import { type ReactNode, useState } from 'react'
import type { Sending } from '../../../ui/client/hooks.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'

type ReasonFormProps<Input, Result> = {
  title: string
  label: string
  help?: string
  submit: string
  command: Sending<Input, Result>
  inputOf: (reason: string) => Input
  onDone: (result: Result) => void
  onClose: () => void
  /** What stands above the reason, and fields after it. */
  children?: ReactNode
  more?: ReactNode
}

/** A step that is taken with words: why it is left out, sent back, instructed. */
export function ReasonForm<Input, Result>({ command, inputOf, onDone, onClose, ...words }: ReasonFormProps<Input, Result>) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const sent = await command.send(inputOf(reason))
    if (!sent) return
    onDone(sent.answer)
    onClose()
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      {words.children}
      <Form onSubmit={() => void send()} submit={words.submit} busy={command.state === 'sending'}>
        <TextArea
          label={words.label}
          {...(words.help ? { help: words.help } : {})}
          required
          rows={3}
          value={reason}
          onChange={setReason}
          problem={missing ? t('part.fill-in') : null}
        />
        {words.more}
        <Problem of={command} />
      </Form>
    </Dialog>
  )
}
