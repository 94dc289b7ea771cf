import { useState } from 'react'
import type { IsoDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { confirmFeast } from '../commands/confirm-feast.ts'
import type { YearFeast } from '../contract.ts'

/** Puts the announced days in place of an estimate; the estimate stands in the fields at first. */
export function FeastDialog({ feast, year, onClose }: { feast: YearFeast; year: number; onClose: () => void }) {
  const confirm = useCommand<InputOf<typeof confirmFeast>>('calendar.confirm-feast')
  const [confirmationId] = useState(() => feast.confirmed?.id ?? newId())
  const [from, setFrom] = useState<IsoDate | null>(feast.from)
  const [to, setTo] = useState<IsoDate | null>(feast.to)
  const [source, setSource] = useState(feast.confirmed?.source ?? '')
  const required = useRequired({ from, to, source })
  const problemOf = (field: string) => required.problemOf(field) ?? confirm.problemAt(field)
  const save = async () => {
    if (!required.check() || !from || !to) return
    const version = feast.confirmed?.version ?? null
    if (!(await confirm.send({ confirmationId, version, year, key: feast.key, from, to, source }))) return
    tell(t('calendar.confirmed', { name: feast.name }))
    onClose()
  }
  return (
    <Dialog title={t('calendar.confirm-of', { name: feast.name, year })} onClose={onClose}>
      <Form onSubmit={() => void save()} submit={t('calendar.confirm')} busy={confirm.state === 'sending'}>
        <DateField label={t('calendar.field-from')} required value={from} onChange={setFrom} problem={problemOf('from')} />
        <DateField label={t('calendar.field-to')} required value={to} onChange={setTo} problem={problemOf('to')} />
        <TextField
          label={t('calendar.field-source')}
          help={t('calendar.field-source-help')}
          required
          value={source}
          onChange={setSource}
          problem={problemOf('source')}
        />
        <Problem of={confirm} />
      </Form>
    </Dialog>
  )
}
