import { useState } from 'react'
import { t } from '../messages/index.ts'
import { TextField } from './fields.tsx'
import { Form } from './form.tsx'

type PurposeFormProps = {
  /** The verb on the button: "Mở nhật ký". */
  submit: string
  busy: boolean
  problem: string | null
  onOpen: (purpose: string) => void
}

/** Stands before a sensitive record: why it is read. The reason goes into the access log. */
export function PurposeForm({ submit, busy, problem, onOpen }: PurposeFormProps) {
  const [purpose, setPurpose] = useState('')
  return (
    <Form submit={submit} busy={busy} enterSends onSubmit={() => onOpen(purpose)}>
      <TextField
        label={t('part.purpose')}
        help={t('part.purpose-help')}
        required
        maxLength={300}
        value={purpose}
        onChange={setPurpose}
        problem={problem}
      />
    </Form>
  )
}
