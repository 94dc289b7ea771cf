import { Fragment } from 'react'
import { dayOf, type IsoDate, monthOf } from '../../../kernel/dates.ts'
import { Go, useAddressWord, usePath } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { MonthDay } from '../queries.ts'
import { DayNotes, DueLink, type LinkOf } from './day-notes.tsx'
import { lunarWords, type MonthName, monthWord, shortLunar, weekdayName } from './month-words.ts'

/** So many of a day fit its field; the rest stands in the list below. */
const SHOWN = 3

type GridProps = { name: MonthName; today: IsoDate; days: readonly MonthDay[]; linkOf?: LinkOf }

/** Monday to Sunday in whole weeks; each day with its lunar date. */
export function MonthGrid({ name, today, days, linkOf }: GridProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7))
  return (
    <table className="month-grid">
      <caption className="unseen">{t('calendar.month-caption', name)}</caption>
      <thead>
        <tr>
          {weeks[0]?.map(day => (
            <th key={day.date} scope="col">
              {weekdayName(day.date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0]?.date}>
            {week.map(day => (
              <Day key={day.date} day={day} name={name} today={today} {...(linkOf ? { linkOf } : {})} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = Omit<GridProps, 'days'> & { day: MonthDay }

function Day({ day, name, today, linkOf }: DayProps) {
  const path = usePath()
  const [seen] = useAddressWord('xem')
  const other = monthOf(day.date) !== name.month
  const look = [!day.working && 'off', other && 'other', day.date === today && 'today'].filter(Boolean).join(' ')
  const shown = day.deadlines.length > SHOWN + 1 ? day.deadlines.slice(0, SHOWN) : day.deadlines
  const more = day.deadlines.length - shown.length
  return (
    <td className={look} aria-current={day.date === today ? 'date' : undefined}>
      <p className="day-head">
        <b>{dayOf(day.date)}</b>
        {day.date === today && <small>{t('calendar.today')}</small>}
        <span className="quiet small" title={lunarWords(day.lunar)}>
          <span aria-hidden="true">{shortLunar(day.lunar)}</span>
          <span className="unseen">{lunarWords(day.lunar)}</span>
        </span>
      </p>
      <DayNotes day={day} />
      {shown.map(one => (
        <Fragment key={`${one.kind} ${one.id}`}>{linkOf ? linkOf(one) : <DueLink deadline={one} today={today} />}</Fragment>
      ))}
      {more > 0 && (
        <Go className="small" to={`${path}?${seen && `xem=${seen}&`}thang=${monthWord(name)}#ngay-${day.date}`}>
          {t('calendar.more-due', { count: more })}
        </Go>
      )}
    </td>
  )
}
