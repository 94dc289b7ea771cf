import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { createUnit } from '../commands/create-unit.ts'
import type { Body } from './body-page.tsx'

export function UnitDialog({ body, onClose }: { body: Pick<Body, 'id' | 'units'>; onClose: () => void }) {
  const [unitId] = useState(() => newId())
  const [name, setName] = useState('')
  const [parentUnit, setParentUnit] = useState('')
  const save = useCommand<InputOf<typeof createUnit>>('agencies.create-unit')
  const required = useRequired({ name })
  const add = async () => {
    if (!required.check()) return
    const done = await save.send({ unitId, bodyId: body.id, name, ...(parentUnit ? { parentUnit } : {}) })
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
        {body.units.length > 0 && (
          <SelectField
            label={t('agencies.parent-unit')}
            empty={t('agencies.whole-body')}
            choices={body.units.filter(unit => !unit.endedOn).map(unit => ({ value: unit.id, label: unit.name }))}
            value={parentUnit}
            onChange={setParentUnit}
          />
        )}
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
