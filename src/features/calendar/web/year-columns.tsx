import { printDate } from '../../../kernel/dates.ts'
import { toLunar } from '../../../kernel/lunar.ts'
import { Button } from '../../../ui/components/button.tsx'
import type { Column } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { CalendarDay, YearFeast } from '../contract.ts'
import { lunarDay, weekdayName } from './month-words.ts'

type DaySteps = { onChange: (day: CalendarDay) => void; onClear: (day: CalendarDay) => void }

/** Without `steps` the list is only read. */
export const dayColumns = (steps: DaySteps | null): Column<CalendarDay>[] => [
  { key: 'date', title: t('calendar.column-date'), sort: day => day.date, cell: day => printDate(day.date) },
  { key: 'weekday', title: t('calendar.column-weekday'), cell: day => weekdayName(day.date) },
  { key: 'lunar', title: t('calendar.column-lunar'), cell: day => lunarDay(toLunar(day.date)) },
  { key: 'name', title: t('calendar.column-name'), cell: day => day.name },
  { key: 'kind', title: t('calendar.column-kind'), sort: day => day.kind, cell: day => t(`calendar.kind.${day.kind}`) },
  { key: 'source', title: t('calendar.column-source'), cell: day => day.decided?.by ?? t('calendar.by-law') },
  ...(steps
    ? [{ key: 'step', title: t('calendar.column-step'), cell: (day: CalendarDay) => <DayStep day={day} {...steps} /> }]
    : []),
]

const DayStep = ({ day, onChange, onClear }: DaySteps & { day: CalendarDay }) => (
  <span className="row">
    <Button onClick={() => onChange(day)} aria-label={t('calendar.change-day-of', { date: day.date })}>
      {t('calendar.change-day')}
    </Button>
    {day.decided && (
      <Button look="plain" onClick={() => onClear(day)} aria-label={t('calendar.clear-day-of', { date: day.date })}>
        {t('calendar.clear-day')}
      </Button>
    )}
  </span>
)

const span = ({ from, to }: YearFeast) => (from === to ? printDate(from) : `${printDate(from).slice(0, 5)} – ${printDate(to)}`)

function sourceWords({ movable, confirmed }: YearFeast): string {
  if (confirmed) return t('calendar.confirmed-by', { source: confirmed.source, body: confirmed.body })
  return movable ? t('calendar.estimate') : t('calendar.by-calendar')
}

export const feastColumns = (onConfirm: ((feast: YearFeast) => void) | null): Column<YearFeast>[] => [
  { key: 'date', title: t('calendar.column-date'), sort: feast => feast.from, cell: span },
  { key: 'weekday', title: t('calendar.column-weekday'), cell: feast => weekdayName(feast.from) },
  { key: 'lunar', title: t('calendar.column-lunar'), cell: feast => lunarDay(toLunar(feast.from)) },
  { key: 'name', title: t('calendar.column-name'), sort: feast => feast.name, cell: feast => feast.name },
  { key: 'source', title: t('calendar.column-source'), cell: sourceWords },
  ...(onConfirm
    ? [
        {
          key: 'step',
          title: t('calendar.column-step'),
          cell: (feast: YearFeast) =>
            feast.movable && (
              <Button onClick={() => onConfirm(feast)}>
                {feast.confirmed ? t('calendar.confirm-again') : t('calendar.confirm')}
                <span className="unseen"> {feast.name}</span>
              </Button>
            ),
        },
      ]
    : []),
]
