import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { capital } from '../../../kernel/vietnamese.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { PLACE_KINDS, type Place, type PlaceKind } from '../places/contract.ts'
import { liesUnder, namePlace } from '../places/rules.ts'
import { PlaceField } from './places-field.tsx'

type Written = Pick<Place, 'name' | 'parentId' | 'validFrom' | 'validTo'> & { kind: PlaceKind | ''; code: string }
const EMPTY: Written = { kind: '', name: '', code: '', parentId: null, validFrom: null, validTo: null }

const writtenOf = ({ kind, name, code, parentId, validFrom, validTo }: Place): Written => ({
  kind,
  name: capital(name),
  code: code ?? '',
  parentId,
  validFrom,
  validTo,
})

/** Enters one place, or puts its entry right. */
export function PlaceDialog({ place, onClose }: { place: Place | null; onClose: () => void }) {
  const [value, setValue] = useState(place ? writtenOf(place) : EMPTY)
  const [placeId] = useState(() => place?.id ?? newId())
  const save = useCommand<object>(place ? 'agencies.change-place' : 'agencies.add-place')
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const { kind, name, code, parentId, validFrom, validTo } = value
  const needsParent = kind !== '' && kind !== 'province'
  const required = useRequired({ kind, name, ...(needsParent && { parentId }) })
  const problemOf = (field: string) => required.problemOf(field) ?? save.problemAt(field)
  const keep = async () => {
    if (!required.check() || kind === '') return
    const fields = { placeId, kind, name, code: code.trim() || null, parentId: needsParent ? parentId : null, validFrom, validTo }
    if (!(await save.send(place ? { ...fields, version: place.version } : fields))) return
    tell(t(place ? 'places.changed' : 'places.added', { name: namePlace(kind, name.trim()) }))
    onClose()
  }
  const title = place ? t('places.change-of', { name: place.name }) : t('places.add')
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={() => void keep()} submit={place ? t('part.save') : t('places.add')} busy={save.state === 'sending'}>
        <SelectField
          label={t('places.kind')}
          required
          value={kind}
          onChange={next => set({ kind: next, parentId: null })}
          choices={PLACE_KINDS.map(one => ({ value: one, label: t(`places.kind-${one}`) }))}
          problem={problemOf('kind')}
        />
        <TextField
          label={t('places.name')}
          help={t('places.name-help')}
          required
          value={name}
          onChange={typed => set({ name: typed })}
          problem={problemOf('name')}
        />
        {needsParent && (
          <PlaceField
            label={t('places.parent')}
            required
            kinds={PLACE_KINDS.filter(one => liesUnder(kind, one))}
            value={parentId}
            onChange={chosen => set({ parentId: chosen })}
            problem={problemOf('parentId')}
          />
        )}
        <TextField
          label={t('places.code')}
          help={t('places.code-help')}
          short
          inputMode="numeric"
          value={code}
          onChange={typed => set({ code: typed })}
          problem={problemOf('code')}
        />
        <DateField label={t('places.from')} value={validFrom} onChange={day => set({ validFrom: day })} />
        <DateField label={t('places.to')} help={t('places.to-help')} value={validTo} onChange={day => set({ validTo: day })} />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
