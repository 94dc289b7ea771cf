import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { NumberField, SelectField } from '../../../ui/components/fields.tsx'
import type { Column } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CLOCK_STATES, FORMS, type SupervisionForm } from '../contract.ts'
import { FORM_NAMES } from '../words.ts'
import { AddRowForm, type DatedFields, DatedRows, type Rows } from './dated-rows.tsx'

type Row = Rows['clocks'][number]
/** From which day on, or before the first of the visits. */
const COUNTS = ['step', 'start', 'end', 'before'] as const

/** Within how many days each step is taken. */
export const ClockRows = ({ shown }: { shown: Rows }) => (
  <DatedRows<Row>
    shown={shown}
    title={t('supervision.clocks-title')}
    rows={shown.clocks}
    keyOf={row => row.id ?? `${row.state} ${row.form ?? ''}`}
    columns={columns()}
    end={{ command: 'supervision.end-clock', input: clockId => ({ clockId }) }}
    addLabel={t('supervision.clock-add')}
    renderForm={close => <AddClock today={shown.today} close={close} />}
  />
)

const lengthOf = ({ days, counts }: Pick<Row, 'days' | 'counts'>): string =>
  t(days < 0 ? `supervision.clock-before-${counts}` : `supervision.clock-after-${counts}`, { days: Math.abs(days) })

const columns = (): readonly Column<Row>[] => [
  { key: 'state', title: t('supervision.state'), cell: row => t(`state.${row.state}`) },
  { key: 'form', title: t('supervision.form'), cell: row => (row.form ? FORM_NAMES[row.form] : t('supervision.every-form')) },
  { key: 'length', title: t('supervision.clock-length'), cell: lengthOf },
]

type Written = DatedFields & {
  clockId: string
  state: (typeof CLOCK_STATES)[number]
  form: SupervisionForm | ''
  counts: (typeof COUNTS)[number]
  days: number | null
}

function AddClock({ today, close }: { today: string; close: () => void }) {
  const [value, setValue] = useState<Written>({
    clockId: newId(),
    state: 'sent',
    form: '',
    counts: 'step',
    days: 15,
    basis: '',
    validFrom: today,
  })
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const { clockId, state, form, counts } = value
  const days = value.days ?? 0
  const length = counts === 'before' ? { counts: 'start', days: -days } : { counts, days }
  return (
    <AddRowForm
      command="supervision.set-clock"
      input={{ clockId, state, form: form || null, ...length }}
      submit={t('supervision.clock-add')}
      done={t('supervision.clock-added')}
      value={value}
      set={set}
      close={close}
    >
      <SelectField
        label={t('supervision.state')}
        required
        empty={null}
        value={value.state}
        onChange={state => set({ state })}
        choices={CLOCK_STATES.map(state => ({ value: state, label: t(`state.${state}`) }))}
      />
      <SelectField
        label={t('supervision.form')}
        value={value.form}
        onChange={form => set({ form })}
        empty={t('supervision.every-form')}
        choices={FORMS.map(form => ({ value: form, label: FORM_NAMES[form] }))}
      />
      <SelectField
        label={t('supervision.clock-counts')}
        required
        empty={null}
        value={value.counts}
        onChange={counts => set({ counts })}
        choices={COUNTS.map(counts => ({ value: counts, label: t(`supervision.clock-counts-${counts}`) }))}
      />
      <NumberField label={t('supervision.clock-days')} required value={value.days} onChange={days => set({ days })} />
    </AddRowForm>
  )
}
