import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import type { LoadRow } from '../contract.ts'

type Written = { id: string; villageId: string | null; name: string; another: boolean }
const blank = (): Written => ({ id: newId(), villageId: null, name: '', another: false })

/** What is sent of a row; nothing of one that is not whole yet. */
const rowOf = ({ id, villageId, name, another }: Written): LoadRow[] =>
  villageId && name.trim() ? [{ recognitionId: id, villageId, name, ...(another && { another }) }] : []

/** Village by village: who is recognised there. */
export function HandRows({ onRows }: { onRows: (rows: LoadRow[]) => void }) {
  const [rows, setRows] = useState<Written[]>(() => [blank()])
  const keep = (after: Written[]) => {
    setRows(after)
    onRows(after.flatMap(rowOf))
  }
  const set = (id: string, change: Partial<Written>) => keep(rows.map(row => (row.id === id ? { ...row, ...change } : row)))
  return (
    <>
      {rows.map(row => (
        <fieldset className="card padded stack" key={row.id}>
          <PlaceField
            label={t('honours.village')}
            required
            kinds={['village']}
            value={row.villageId}
            onChange={villageId => set(row.id, { villageId })}
          />
          <TextField
            label={t('honours.person')}
            help={t('honours.person-help')}
            required
            maxLength={100}
            value={row.name}
            onChange={name => set(row.id, { name })}
            spellCheck={false}
          />
          <label className="choice">
            <input type="checkbox" checked={row.another} onChange={event => set(row.id, { another: event.target.checked })} />
            {t('honours.another')}
          </label>
          {rows.length > 1 && (
            <Button look="plain" onClick={() => keep(rows.filter(other => other.id !== row.id))}>
              {t('honours.drop-row')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => keep([...rows, blank()])}>{t('honours.add-row')}</Button>
    </>
  )
}
