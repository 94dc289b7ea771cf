import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { NumberField, SelectField } from '../../../ui/components/fields.tsx'
import type { Column } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { REPORT_LEVELS, REPORT_SPANS, type ReportLevel, type ReportSpan } from '../contract.ts'
import { AddRowForm, type DatedFields, DatedRows, type Rows } from './dated-rows.tsx'

type Row = Rows['reportTerms'][number]

/** By when reports on supervision are sent. */
export const ReportTermRows = ({ shown }: { shown: Rows }) => (
  <DatedRows<Row>
    shown={shown}
    title={t('supervision.report-terms')}
    rows={shown.reportTerms}
    keyOf={row => row.id ?? `${row.span} ${row.level ?? ''}`}
    columns={columns()}
    end={{ command: 'supervision.end-report-term', input: termId => ({ termId }) }}
    addLabel={t('supervision.report-term-add')}
    renderForm={close => <AddTerm today={shown.today} close={close} />}
  />
)

const levelName = (level: ReportLevel | null): string =>
  level ? t(`supervision.report-level-${level}`) : t('supervision.report-level-any')

const columns = (): readonly Column<Row>[] => [
  { key: 'span', title: t('supervision.report-span'), cell: row => t(`supervision.report-span-${row.span}`) },
  { key: 'level', title: t('supervision.report-level'), cell: row => levelName(row.level) },
  {
    key: 'day',
    title: t('supervision.report-day'),
    cell: row => t('supervision.report-day-said', { day: row.day, month: row.month }),
  },
]

type Written = DatedFields & {
  termId: string
  span: ReportSpan
  level: ReportLevel | ''
  month: number | null
  day: number | null
}

function AddTerm({ today, close }: { today: string; close: () => void }) {
  const [value, setValue] = useState<Written>({
    termId: newId(),
    span: 'quarter',
    level: '',
    month: 1,
    day: 10,
    basis: '',
    validFrom: today,
  })
  const set = (change: Partial<typeof value>) => setValue(before => ({ ...before, ...change }))
  const { termId, span, level, month, day } = value
  return (
    <AddRowForm
      command="supervision.set-report-term"
      input={{ termId, span, level: level || null, month: month ?? 0, day: day ?? 0 }}
      submit={t('supervision.report-term-add')}
      done={t('supervision.report-term-added')}
      value={value}
      set={set}
      close={close}
    >
      <SelectField
        label={t('supervision.report-span')}
        required
        empty={null}
        value={value.span}
        onChange={span => set({ span })}
        choices={REPORT_SPANS.map(span => ({ value: span, label: t(`supervision.report-span-${span}`) }))}
      />
      <SelectField
        label={t('supervision.report-level')}
        value={value.level}
        onChange={level => set({ level })}
        empty={t('supervision.report-level-any')}
        choices={REPORT_LEVELS.map(level => ({ value: level, label: levelName(level) }))}
      />
      <NumberField label={t('supervision.report-month')} required value={value.month} onChange={month => set({ month })} />
      <NumberField label={t('supervision.report-month-day')} required value={value.day} onChange={day => set({ day })} />
    </AddRowForm>
  )
}
