import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { RecordProps } from './recognised-page.tsx'

/** Puts a misspelt name right. */
export function RenamePart({ shown: { recognition: one, name: before }, again }: RecordProps) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(before ?? '')
  const change = useCommand<object>('honours.change-name', { keep: false })
  const save = async () => {
    if (!(await change.send({ recognitionId: one.id, version: one.version, name }))) return
    tell(t('honours.name-changed'))
    await again()
  }
  if (!open)
    return (
      <div className="row no-print">
        <Button onClick={() => setOpen(true)}>{t('honours.change-name')}</Button>
      </div>
    )
  return (
    <section className="card padded stack no-print">
      <Form
        onSubmit={() => void save()}
        submit={t('honours.save')}
        busy={change.state === 'sending'}
        enterSends
        others={<Button onClick={() => setOpen(false)}>{t('honours.cancel')}</Button>}
      >
        <TextField label={t('honours.person')} required maxLength={100} value={name} onChange={setName} spellCheck={false} />
        <Problem of={change} />
      </Form>
    </section>
  )
}
