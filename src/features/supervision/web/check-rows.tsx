import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import type { Column } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FORMS, type SupervisionForm } from '../contract.ts'
import { FORM_NAMES } from '../words.ts'
import { AddRowForm, type DatedFields, DatedRows, type Rows } from './dated-rows.tsx'

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

type Written = DatedFields & { checkId: string; form: SupervisionForm | ''; text: string }

function AddCheck({ today, close }: { today: string; close: () => void }) {
  const [value, setValue] = useState<Written>({ checkId: newId(), form: '', text: '', basis: '', validFrom: today })
  const set = (change: Partial<typeof value>) => setValue(before => ({ ...before, ...change }))
  return (
    <AddRowForm
      command="supervision.set-check"
      input={{ checkId: value.checkId, form: value.form || null, text: value.text }}
      submit={t('supervision.check-add')}
      done={t('supervision.check-added')}
      value={value}
      set={set}
      close={close}
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
    </AddRowForm>
  )
}
