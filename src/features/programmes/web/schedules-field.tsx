import { useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Schedule } from '../reading/result.ts'
import { scheduleWords } from './commitment-words.ts'
import { namesIn } from './names-in.ts'

const KINDS = ['continuous', 'every', 'occasion', 'by', 'end-of-period', 'event'] as const
type Kind = (typeof KINDS)[number]
const UNITS = ['week', 'month', 'quarter', 'half-year', 'year'] as const
type Unit = (typeof UNITS)[number]

type SchedulesProps = { schedules: readonly Schedule[]; onChange: (schedules: Schedule[]) => void }

/** When a duty is done: each time with a way to take it out, and one way to add another. */
export function SchedulesField({ schedules, onChange }: SchedulesProps) {
  return (
    <FieldGroup label={t('programmes.time')}>
      {schedules.length === 0 && <p className="quiet">{t('programmes.time-none')}</p>}
      <ul className="plain-list">
        {schedules.map((schedule, at) => (
          <li key={JSON.stringify(schedule)} className="row">
            {scheduleWords(schedule)}
            <Button
              look="plain"
              aria-label={t('programmes.time-remove', { time: scheduleWords(schedule) })}
              onClick={() => onChange(schedules.filter((_, other) => other !== at))}
            >
              {t('programmes.draft-discard')}
            </Button>
          </li>
        ))}
      </ul>
      <AddSchedule onAdd={schedule => onChange([...schedules, schedule])} />
    </FieldGroup>
  )
}

function AddSchedule({ onAdd }: { onAdd: (schedule: Schedule) => void }) {
  const [kind, setKind] = useState<Kind | ''>('')
  const [unit, setUnit] = useState<Unit>('year')
  const [text, setText] = useState('')
  const made = kind === '' ? null : scheduleOf(kind, unit, text)
  const add = () => {
    if (!made) return
    onAdd(made)
    setKind('')
    setText('')
  }
  return (
    <div className="row add-line">
      <SelectField
        label={t('programmes.time-add')}
        value={kind}
        onChange={setKind}
        choices={KINDS.map(value => ({ value, label: t(`schedule.kind-${value}`) }))}
      />
      {kind === 'every' && (
        <SelectField
          label={t('programmes.time-kind')}
          empty={null}
          value={unit}
          onChange={setUnit}
          choices={UNITS.map(value => ({ value, label: t(`schedule.${value}`) }))}
        />
      )}
      {kind === 'by' && <TextField label={t('programmes.time-year')} short inputMode="numeric" value={text} onChange={setText} />}
      {kind === 'occasion' && <TextField label={t('programmes.time-days')} value={text} onChange={setText} />}
      {kind === 'event' && <TextField label={t('programmes.time-text')} value={text} onChange={setText} />}
      {made && <Button onClick={add}>{t('programmes.time-add')}</Button>}
    </div>
  )
}

/** The schedule that the fields say; null while they say none. */
function scheduleOf(kind: Kind, unit: Unit, text: string): Schedule | null {
  if (kind === 'continuous' || kind === 'end-of-period') return { kind }
  if (kind === 'every') return { kind, count: 1, unit }
  if (kind === 'by')
    return /^\d{4}$/.test(text.trim())
      ? { kind, year: Number(text), quarter: null, month: null, date: null, text: text.trim() }
      : null
  const days = namesIn(text)
  if (days.length === 0) return null
  return kind === 'occasion' ? { kind, days } : { kind, text: text.trim() }
}
