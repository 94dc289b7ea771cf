import { isoDate, lastDay, vietnamDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { month as monthQuery } from '../queries.ts'
import { Agenda } from './agenda.tsx'
import { MonthGrid } from './month-grid.tsx'
import { type MonthName, monthAfter, monthWord, parseMonth, weeksAround } from './month-words.ts'

type MonthAnswer = AnswerOf<ReturnType<typeof monthQuery>>

const today = () => vietnamDate(new Date())

/** A month as on a wall calendar, and under it what stands in it day by day. On a phone only the days. */
export function MonthPart() {
  const [word] = useAddressWord('thang')
  const name = parseMonth(word, today())
  const found = useAnswer<MonthAnswer>('calendar.month', weeksAround(name))
  useScrollToAnchor(found.isSuccess)
  return (
    <>
      <MonthBar name={name} />
      <Answered of={found}>{answer => <MonthSheet name={name} answer={answer} />}</Answered>
    </>
  )
}

const MonthBar = ({ name }: { name: MonthName }) => (
  <div className="row month-bar">
    <h2 aria-live="polite">{t('calendar.month-title', name)}</h2>
    <nav className="row no-print" aria-label={t('calendar.part-month')}>
      <ButtonLink to={`/lich?thang=${monthWord(monthAfter(name, -1))}`}>{t('calendar.before')}</ButtonLink>
      <ButtonLink to="/lich">{t('calendar.this-month')}</ButtonLink>
      <ButtonLink to={`/lich?thang=${monthWord(monthAfter(name, 1))}`}>{t('calendar.after')}</ButtonLink>
      <Button className="print-button" onClick={() => print()}>
        {t('part.print')}
      </Button>
    </nav>
  </div>
)

function MonthSheet({ name, answer: { today, days } }: { name: MonthName; answer: MonthAnswer }) {
  const [first, last] = [isoDate(name.year, name.month, 1), lastDay(name.year, name.month)]
  return (
    <>
      <MonthGrid name={name} today={today} days={days} />
      <Agenda name={name} today={today} days={days.filter(day => day.date >= first && day.date <= last)} />
    </>
  )
}
