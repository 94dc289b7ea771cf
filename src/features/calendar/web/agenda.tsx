import { type IsoDate, printDate } from '../../../kernel/dates.ts'
import { EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { MonthDay } from '../queries.ts'
import { DayNotes, DueLink, type LinkOf } from './day-notes.tsx'
import { lunarWords, type MonthName, weekdayName } from './month-words.ts'

const hasSomething = ({ note, feasts, deadlines }: MonthDay) => note !== null || feasts.length + deadlines.length > 0

type AgendaProps = { name: MonthName; today: IsoDate; days: readonly MonthDay[]; linkOf?: LinkOf }

/** The days of a month on which something stands, one after the other. */
export function Agenda({ name, today, days, linkOf }: AgendaProps) {
  const shown = days.filter(hasSomething)
  const due = days.reduce((count, day) => count + day.deadlines.length, 0)
  if (shown.length === 0) return <EmptyPlace title={t('calendar.nothing-title')} help={t('calendar.nothing-help')} />
  return (
    <section className="card" aria-labelledby="agenda">
      <div className="card-head">
        <h3 id="agenda">{t('calendar.agenda-title', { month: name.month })}</h3>
        <span className="quiet">{due > 0 ? t('calendar.due-count', { count: due }) : t('calendar.due-none')}</span>
      </div>
      <ul className="lines">
        {shown.map(day => (
          <li key={day.date} id={`ngay-${day.date}`} className="agenda-day">
            <p>
              <b>
                {weekdayName(day.date)}, {printDate(day.date)}
              </b>
              {day.date === today && ` · ${t('calendar.today')}`}
              <br />
              <span className="quiet small">{lunarWords(day.lunar)}</span>
            </p>
            <div className="agenda-what">
              <DayNotes day={day} />
              {day.deadlines.map(one => (
                <div key={`${one.kind} ${one.id}`}>
                  {linkOf ? linkOf(one) : <DueLink deadline={one} today={today} />}
                  <div className="quiet small">{one.context}</div>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
