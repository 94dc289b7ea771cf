import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { EndRow } from '../../../ui/components/end-row.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Settings } from './settings-page.tsx'

/** The closed list of subject fields and what the province has added to it. */
export function FieldsTab({ shown: { fields, can } }: { shown: Settings }) {
  const [name, setName] = useState('')
  const add = useCommand<object>('petitions.add-field')
  const save = async () => {
    if (!(await add.send({ fieldId: newId(), name }))) return
    tell(t('petitions.added'))
    setName('')
  }
  return (
    <>
      <p className="quiet">{t('petitions.fields-help')}</p>
      <ul className="lines card">
        {fields.map(field => (
          <li key={field.key} className="petition-line">
            <span>
              {field.name}
              {field.ended && <span className="quiet"> · {t('petitions.ended')}</span>}
            </span>
            {field.own && !field.ended && can.keep && (
              <EndRow command="petitions.end-field" input={{ fieldId: field.key }} label={field.name} />
            )}
          </li>
        ))}
      </ul>
      {can.keep && (
        <Form onSubmit={() => void save()} submit={t('petitions.add-field')} enterSends busy={add.state === 'sending'}>
          <TextField label={t('petitions.field-name')} required value={name} onChange={setName} problem={add.problemAt('name')} />
          <Problem of={add} />
        </Form>
      )}
    </>
  )
}
