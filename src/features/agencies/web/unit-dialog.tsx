import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { createUnit } from '../commands/create-unit.ts'

export function UnitDialog({ body, onClose }: { body: { id: string }; onClose: () => void }) {
  const [unitId] = useState(() => newId())
  const [name, setName] = useState('')
  const save = useCommand<InputOf<typeof createUnit>>('agencies.create-unit')
  const required = useRequired({ name })
  const add = async () => {
    if (!required.check()) return
    const done = await save.send({ unitId, bodyId: body.id, name })
    if (!done) return
    tell(t('agencies.unit-added', { name }))
    onClose()
  }
  return (
    <Dialog title={t('agencies.add-unit')} onClose={onClose}>
      <Form onSubmit={() => void add()} submit={t('agencies.add-unit')} busy={save.state === 'sending'} enterSends>
        <TextField
          label={t('agencies.unit-name')}
          required
          value={name}
          onChange={setName}
          problem={required.problemOf('name')}
        />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
