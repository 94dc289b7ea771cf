import { useState } from 'react'
import { yearOf } from '../../../kernel/dates.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './movement-fields.ts'
import type { Side } from './years-part.tsx'

type YearProps = { shown: Shown; side: Side; close: () => void }
type Written = { day: string | null; values: Record<string, number | null>; said: string }

/** What is registered for a year or what it came to; a year that was written is put right. */
export function YearForm({ first, ...props }: YearProps & { first: number }) {
  const { movement, today } = props.shown
  const [year, setYear] = useState(first)
  const from = yearOf(movement.startsOn)
  const ahead = props.side === 'registered' ? 1 : 0
  const to = Math.min(movement.endsOn ? yearOf(movement.endsOn) : yearOf(today) + ahead, yearOf(today) + ahead)
  const years = Array.from({ length: Math.max(to - from + 1, 1) }, (_, at) => String(to - at))
  return (
    <div className="stack no-print">
      <h3>{t(props.side === 'registered' ? 'movements.register-year' : 'movements.report')}</h3>
      <SelectField
        label={t('movements.year')}
        empty={null}
        value={String(year)}
        onChange={value => setYear(Number(value))}
        choices={years.map(value => ({ value, label: value }))}
      />
      <OneYear key={year} year={year} {...props} />
    </div>
  )
}

function OneYear({ shown, side, year, close }: YearProps & { year: number }) {
  const { movement: one, measures, years, today } = shown
  const before = years.find(other => other.year === year)
  const values = Object.fromEntries((before?.figures ?? []).map(figure => [figure.measureId, figure[side]]))
  const start = { day: today, values, said: before?.said ?? '' }
  const draft = useDraft<Written>(`movement.${one.id}.${side}.${year}.${one.version}`, start)
  const command = useCommand<object>(side === 'registered' ? 'movements.register-year' : 'movements.report-year')
  const { value, set } = draft
  const save = async () => {
    const figures = measures.flatMap(({ measureId }) => {
      const figure = value.values[measureId] ?? null
      return figure === null ? [] : [{ measureId, value: figure }]
    })
    const at = { movementId: one.id, version: one.version, year, figures }
    const day = value.day ?? ''
    const sent = await command.send(
      side === 'registered' ? { ...at, registeredOn: day } : { ...at, reportedOn: day, said: value.said },
    )
    if (!sent) return
    draft.clear()
    tell(t('movements.year-saved', { year }))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('movements.save')}
      busy={command.state === 'sending'}
      others={<Button onClick={close}>{t('movements.cancel')}</Button>}
    >
      {measures.map(({ measureId, name, unit }) => (
        <NumberField
          key={measureId}
          label={name}
          unit={unit}
          value={value.values[measureId] ?? null}
          onChange={next => set({ values: { ...value.values, [measureId]: next } })}
        />
      ))}
      {side === 'reached' && (
        <TextArea
          label={t(one.kind === 'model' ? 'movements.review' : 'movements.said')}
          required={one.kind === 'model'}
          value={value.said}
          onChange={said => set({ said })}
        />
      )}
      <DateField
        label={t(side === 'registered' ? 'movements.registered-day' : 'movements.reported-day')}
        required
        value={value.day}
        onChange={day => set({ day })}
      />
      <Problem of={command} />
    </Form>
  )
}
