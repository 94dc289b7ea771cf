import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { EndRow } from '../../../ui/components/end-row.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CLOCK_LEVELS, type ClockLevel, ORIGINS, type Origin } from '../contract.ts'
import { CLOCK_LEVEL_NAMES, ORIGIN_NAMES } from '../words.ts'
import type { Settings } from './settings-page.tsx'
import { validText } from './valid-text.ts'

type Row = Settings['clocks'][number]

/** Within how many days whoever holds a matter acts on it: the law's terms and the province's. */
export function ClocksTab({ shown }: { shown: Settings }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <p className="quiet">{t('petitions.clocks-help')}</p>
      <Table
        caption={t('petitions.tab-clocks')}
        columns={columnsOf(shown)}
        rows={shown.clocks}
        keyOf={row => row.id ?? row.basis}
      />
      {shown.can.keep && !adding && (
        <div className="row">
          <Button onClick={() => setAdding(true)}>{t('petitions.add-clock')}</Button>
        </div>
      )}
      {adding && <AddClock shown={shown} close={() => setAdding(false)} />}
    </>
  )
}

const columnsOf = ({ today, can }: Settings): readonly Column<Row>[] => [
  {
    key: 'origin',
    title: t('petitions.origin'),
    cell: row => (row.origin ? ORIGIN_NAMES[row.origin] : t('petitions.every-origin')),
  },
  { key: 'level', title: t('petitions.clock-level'), cell: row => CLOCK_LEVEL_NAMES[row.level] },
  {
    key: 'days',
    title: t('petitions.tab-clocks'),
    cell: row => t('petitions.clock-length', { days: row.days, unit: t(`petitions.unit-${row.unit}`) }),
    sort: row => row.days,
  },
  { key: 'basis', title: t('petitions.clock-basis'), cell: row => row.basis },
  { key: 'valid', title: t('petitions.valid'), cell: validText },
  {
    key: 'end',
    title: t('part.end'),
    cell: row => {
      if (row.id === null) return <span className="quiet">{t('petitions.by-law')}</span>
      if (row.validTo !== null) return row.validTo < today && t('petitions.ended')
      return can.keep && <EndRow command="petitions.end-clock" input={{ clockId: row.id }} label={row.basis} />
    },
  },
]

type Written = {
  clockId: string
  origin: Origin | ''
  level: ClockLevel
  days: number | null
  unit: 'working' | 'calendar'
  basis: string
  validFrom: string | null
}

function AddClock({ shown, close }: { shown: Settings; close: () => void }) {
  const [value, setValue] = useState<Written>({
    clockId: newId(),
    origin: '',
    level: 'any',
    days: 15,
    unit: 'working',
    basis: '',
    validFrom: shown.today,
  })
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const add = useCommand<object>('petitions.set-clock')
  const save = async () => {
    const { origin, days, validFrom } = value
    if (!(await add.send({ ...value, origin: origin || null, days: days ?? 0, validFrom: validFrom ?? '' }))) return
    tell(t('petitions.added'))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('petitions.add-clock')}
      busy={add.state === 'sending'}
      others={<Button onClick={close}>{t('petitions.cancel')}</Button>}
    >
      <SelectField
        label={t('petitions.origin')}
        value={value.origin}
        onChange={origin => set({ origin })}
        empty={t('petitions.every-origin')}
        choices={ORIGINS.map(origin => ({ value: origin, label: ORIGIN_NAMES[origin] }))}
      />
      <SelectField
        label={t('petitions.clock-level')}
        required
        empty={null}
        value={value.level}
        onChange={level => set({ level })}
        choices={CLOCK_LEVELS.map(level => ({ value: level, label: CLOCK_LEVEL_NAMES[level] }))}
      />
      <NumberField label={t('petitions.clock-days')} required value={value.days} onChange={days => set({ days })} />
      <SelectField
        label={t('petitions.clock-unit')}
        required
        empty={null}
        value={value.unit}
        onChange={unit => set({ unit })}
        choices={(['working', 'calendar'] as const).map(unit => ({ value: unit, label: t(`petitions.unit-${unit}`) }))}
      />
      <TextField label={t('petitions.clock-basis')} required value={value.basis} onChange={basis => set({ basis })} />
      <DateField label={t('petitions.valid-from')} required value={value.validFrom} onChange={validFrom => set({ validFrom })} />
      <Problem of={add} />
    </Form>
  )
}
