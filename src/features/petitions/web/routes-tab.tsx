import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { EndRow } from '../../../ui/components/end-row.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import { LEVELS, type Level } from '../contract.ts'
import { LEVEL_NAMES } from '../words.ts'
import type { Settings } from './settings-page.tsx'
import { validText } from './valid-text.ts'

type Row = Settings['routes'][number]

/** To whom matters go: by field, place and level. */
export function RoutesTab({ shown }: { shown: Settings }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <p className="quiet">{t('petitions.routes-help')}</p>
      <Table caption={t('petitions.tab-routes')} columns={columnsOf(shown)} rows={shown.routes} keyOf={row => row.id} />
      {shown.can.keep && !adding && (
        <div className="row">
          <Button onClick={() => setAdding(true)}>{t('petitions.add-route')}</Button>
        </div>
      )}
      {adding && <AddRoute shown={shown} close={() => setAdding(false)} />}
    </>
  )
}

const columnsOf = ({ today, can }: Settings): readonly Column<Row>[] => [
  {
    key: 'field',
    title: t('petitions.field'),
    cell: row => row.fieldName ?? t('petitions.every-field'),
    sort: row => row.fieldName,
  },
  { key: 'place', title: t('petitions.place'), cell: row => row.place ?? t('petitions.every-place'), sort: row => row.place },
  { key: 'level', title: t('petitions.level'), cell: row => LEVEL_NAMES[row.level], sort: row => LEVELS.indexOf(row.level) },
  { key: 'addressee', title: t('petitions.addressee'), cell: row => row.addressee, sort: row => row.addressee },
  { key: 'basis', title: t('petitions.decided-by'), cell: row => row.decidedBy },
  { key: 'valid', title: t('petitions.valid'), cell: validText, sort: row => row.validFrom },
  {
    key: 'end',
    title: t('part.end'),
    cell: row =>
      row.validTo === null
        ? can.keep && <EndRow command="petitions.end-route" input={{ routeId: row.id }} label={row.addressee} />
        : row.validTo < today && t('petitions.ended'),
  },
]

type Written = {
  routeId: string
  field: string
  placeId: string | null
  level: Level
  addressee: string
  decidedBy: string
  validFrom: string | null
}

function AddRoute({ shown, close }: { shown: Settings; close: () => void }) {
  const [value, setValue] = useState<Written>({
    routeId: newId(),
    field: '',
    placeId: null,
    level: 'province',
    addressee: '',
    decidedBy: '',
    validFrom: shown.today,
  })
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const add = useCommand<object>('petitions.set-route')
  const save = async () => {
    const { field, validFrom } = value
    if (!(await add.send({ ...value, field: field || null, validFrom: validFrom ?? '' }))) return
    tell(t('petitions.added'))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('petitions.add-route')}
      busy={add.state === 'sending'}
      others={<Button onClick={close}>{t('petitions.cancel')}</Button>}
    >
      <SelectField
        label={t('petitions.field')}
        value={value.field}
        onChange={field => set({ field })}
        empty={t('petitions.every-field')}
        choices={shown.fields.filter(one => !one.ended).map(one => ({ value: one.key, label: one.name }))}
      />
      <PlaceField
        label={t('petitions.place')}
        help={t('petitions.every-place')}
        kinds={['commune', 'ward', 'special-zone']}
        value={value.placeId}
        onChange={placeId => set({ placeId })}
      />
      <SelectField
        label={t('petitions.level')}
        required
        empty={null}
        value={value.level}
        onChange={level => set({ level })}
        choices={LEVELS.map(level => ({ value: level, label: LEVEL_NAMES[level] }))}
      />
      <TextField label={t('petitions.addressee')} required value={value.addressee} onChange={addressee => set({ addressee })} />
      <TextField label={t('petitions.decided-by')} required value={value.decidedBy} onChange={decidedBy => set({ decidedBy })} />
      <DateField label={t('petitions.valid-from')} required value={value.validFrom} onChange={validFrom => set({ validFrom })} />
      <Problem of={add} />
    </Form>
  )
}
