import { useState } from 'react'
import { type IsoDate, isoDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { InputOf, ResultOf } from '../../../ui/client/types.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { RadioField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { setDay } from '../commands/set-day.ts'
import { type CalendarDay, DAY_KINDS, type DayKind } from '../contract.ts'

type DayInput = InputOf<typeof setDay>

/** Decides one day after the yearly notice. `day` is null for a new one, else its date stands. */
export function DayDialog({ day, year, onClose }: { day: CalendarDay | null; year: number; onClose: () => void }) {
  const set = useCommand<DayInput, ResultOf<typeof setDay>>('calendar.set-day')
  const [dayId] = useState(() => day?.decided?.id ?? newId())
  const [date, setDate] = useState<IsoDate | null>(day?.date ?? null)
  const [kind, setKind] = useState<DayKind>(day?.kind ?? 'swapped-off')
  const [name, setName] = useState(day?.name ?? '')
  const [decidedBy, setDecidedBy] = useState(day?.decided?.by ?? '')
  const required = useRequired({ date, name, decidedBy })
  const problemOf = (field: string) => required.problemOf(field) ?? set.problemAt(field)
  const save = async () => {
    if (!required.check() || !date) return
    const input = { dayId, version: day?.decided?.version ?? null, date, kind, name, decidedBy }
    const done = await set.send(input)
    if (!done) return
    tell(t('calendar.day-set', { date }), () => undo(day, done.answer))
    onClose()
  }
  return (
    <Dialog title={day ? t('calendar.change-day-of', { date: day.date }) : t('calendar.add-day')} onClose={onClose}>
      <Form onSubmit={() => void save()} submit={t('calendar.save-day')} busy={set.state === 'sending'}>
        {!day && (
          <DateField
            label={t('calendar.field-date')}
            required
            value={date}
            onChange={setDate}
            min={isoDate(year, 1, 1)}
            max={isoDate(year, 12, 31)}
            problem={problemOf('date')}
          />
        )}
        <RadioField
          name="kind"
          label={t('calendar.field-kind')}
          value={kind}
          onChange={setKind}
          choices={DAY_KINDS.map(value => ({ value, label: t(`calendar.kind.${value}`) }))}
        />
        <TextField
          label={t('calendar.field-name')}
          help={t('calendar.field-name-help')}
          required
          value={name}
          onChange={setName}
          problem={problemOf('name')}
        />
        <TextField
          label={t('calendar.field-decided-by')}
          help={t('calendar.field-decided-by-help')}
          required
          value={decidedBy}
          onChange={setDecidedBy}
          problem={problemOf('decidedBy')}
        />
        <Problem of={set} />
      </Form>
    </Dialog>
  )
}

/** Lays back what stood before: the earlier decision, or the law's proposal. */
async function undo(before: CalendarDay | null, { dayId, version }: ResultOf<typeof setDay>): Promise<void> {
  if (before?.decided) {
    const { date, kind, name, decided } = before
    await sendCommand('calendar.set-day', { dayId, version, date, kind, name, decidedBy: decided.by })
  } else await sendCommand('calendar.clear-day', { dayId, version })
  await refresh(['calendar'])
}
