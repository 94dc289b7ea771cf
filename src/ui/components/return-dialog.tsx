import { useState } from 'react'
import { useCommand } from '../client/hooks.ts'
import { tell } from '../client/notice.ts'
import { Dialog } from './dialog.tsx'
import { TextArea } from './fields.tsx'
import { Form } from './form.tsx'
import { Problem } from './places.tsx'

type ReturnDialogProps = {
  /** The command that returns, and what it takes beside the reason. */
  command: string
  at: Record<string, string | number>
  title: string
  submit: string
  label: string
  help?: string
  /** Told once it has gone back. */
  done: string
  onClose: () => void
}

/** Asks why something goes back to the side that sent it, and returns it. */
export function ReturnDialog({ command, at, title, submit, label, help, done, onClose }: ReturnDialogProps) {
  const [reason, setReason] = useState('')
  const returning = useCommand<Record<string, string | number>>(command)
  const problem = returning.problemAt('reason')
  const send = async () => {
    if (!(await returning.send({ ...at, reason }))) return
    tell(done)
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form submit={submit} busy={returning.state === 'sending'} onSubmit={() => void send()}>
        <TextArea label={label} {...(help ? { help } : {})} required value={reason} onChange={setReason} problem={problem} />
        {!problem && <Problem of={returning} />}
      </Form>
    </Dialog>
  )
}
