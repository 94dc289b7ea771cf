import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import type { Column } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FORMS, type SupervisionForm } from '../contract.ts'
import { FORM_NAMES } from '../words.ts'
import { DatedRows, type Rows } from './dated-rows.tsx'

type Row = Rows['checks'][number]

/** What is looked at in each form of supervision. */
export const CheckRows = ({ shown }: { shown: Rows }) => (
  <DatedRows<Row>
    shown={shown}
    title={t('supervision.check-rows')}
    rows={shown.checks}
    keyOf={row => row.line}
    columns={columns()}
    end={{ command: 'supervision.end-check', input: checkId => ({ checkId }) }}
    addLabel={t('supervision.check-add')}
    renderForm={close => <AddCheck today={shown.today} close={close} />}
  />
)

const columns = (): readonly Column<Row>[] => [
  { key: 'form', title: t('supervision.form'), cell: row => (row.form ? FORM_NAMES[row.form] : t('supervision.every-form')) },
  { key: 'text', title: t('supervision.check-text'), cell: row => row.text },
]

type Written = { checkId: string; form: SupervisionForm | ''; text: string; basis: string; validFrom: string | null }

function AddCheck({ today, close }: { today: string; close: () => void }) {
  const [value, setValue] = useState<Written>({ checkId: newId(), form: '', text: '', basis: '', validFrom: today })
  const set = (change: Partial<typeof value>) => setValue(before => ({ ...before, ...change }))
  const add = useCommand<object>('supervision.set-check')
  const save = async () => {
    if (!(await add.send({ ...value, form: value.form || null, validFrom: value.validFrom ?? '' }))) return
    tell(t('supervision.check-added'))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('supervision.check-add')}
      busy={add.state === 'sending'}
      others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
    >
      <SelectField
        label={t('supervision.form')}
        value={value.form}
        onChange={form => set({ form })}
        empty={t('supervision.every-form')}
        choices={FORMS.map(form => ({ value: form, label: FORM_NAMES[form] }))}
      />
      <TextField
        label={t('supervision.check-text')}
        required
        maxLength={300}
        value={value.text}
        onChange={text => set({ text })}
      />
      <TextField label={t('supervision.clock-basis')} required value={value.basis} onChange={basis => set({ basis })} />
      <DateField
        label={t('supervision.clock-from')}
        required
        value={value.validFrom}
        onChange={validFrom => set({ validFrom })}
      />
      <Problem of={add} />
    </Form>
  )
}
