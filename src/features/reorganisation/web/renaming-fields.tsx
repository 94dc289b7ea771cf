import { SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type PrintedDraft, PrintedFields, printedInputOf } from '../../agencies/web/body-fields.tsx'
import type { Bodies } from './draft-form.tsx'

export type RenamingDraft = { nameId: string; bodyId: string; printed: PrintedDraft | null }
type Props = { bodies: Bodies; value: RenamingDraft; onChange: (value: RenamingDraft) => void }

export const renamingOf = ({ nameId, bodyId, printed }: RenamingDraft) =>
  printed ? [{ nameId, bodyId, ...printedInputOf(printed) }] : []

/** What a body will be called, beginning from what it is called now. */
export function RenamingFields({ bodies, value, onChange }: Props) {
  const choose = (bodyId: string) => {
    const body = bodies.find(one => one.id === bodyId)
    if (!body) return onChange({ ...value, bodyId, printed: null })
    const { name, shortName, symbol, place, code, superior } = body
    onChange({ ...value, bodyId, printed: { name, shortName, symbol, place, code: code ?? '', superior: superior ?? '' } })
  }
  const { printed } = value
  return (
    <>
      <SelectField
        label={t('reorganisation.body')}
        required
        value={value.bodyId}
        onChange={choose}
        choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {printed && (
        <PrintedFields
          value={printed}
          set={change => onChange({ ...value, printed: { ...printed, ...change } })}
          problemOf={() => null}
        />
      )}
    </>
  )
}
