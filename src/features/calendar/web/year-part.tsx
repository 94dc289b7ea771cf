import { useState } from 'react'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { clearDay } from '../commands/clear-day.ts'
import { type CalendarDay, FIRST_YEAR, LAST_YEAR, type YearFeast } from '../contract.ts'
import type { year as yearQuery } from '../queries.ts'
import { DayDialog } from './day-dialog.tsx'
import { FeastDialog } from './feast-dialog.tsx'
import { dayColumns, feastColumns } from './year-columns.tsx'

type YearAnswer = AnswerOf<typeof yearQuery>

function parseYear(word: string): number {
  const year = Number(word)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : yearOf(vietnamDate(new Date()))
}

/** The days off and the feasts of a year, each with what it rests on. */
export function YearPart() {
  const [word] = useAddressWord('nam')
  const year = parseYear(word)
  const found = useAnswer<YearAnswer>('calendar.year', { year })
  return (
    <>
      <nav className="row no-print" aria-label={t('calendar.year')}>
        <ButtonLink to={`/lich?xem=nam&nam=${year - 1}`}>{t('calendar.year-before')}</ButtonLink>
        <b aria-live="polite">
          {t('calendar.year')} {year}
        </b>
        <ButtonLink to={`/lich?xem=nam&nam=${year + 1}`}>{t('calendar.year-after')}</ButtonLink>
      </nav>
      <Answered of={found}>
        {answer => (
          <>
            <DaysOff answer={answer} />
            <Feasts answer={answer} />
          </>
        )}
      </Answered>
    </>
  )
}

function DaysOff({ answer: { year, days, can } }: { answer: YearAnswer }) {
  const [open, setOpen] = useState<CalendarDay | 'new' | null>(null)
  const clear = useCommand<InputOf<typeof clearDay>>('calendar.clear-day')
  const undecide = async ({ date, kind, name, decided }: CalendarDay) => {
    if (!decided || !(await clear.send({ dayId: decided.id, version: decided.version }))) return
    const again = { dayId: newId(), version: null, date, kind, name, decidedBy: decided.by }
    tell(t('calendar.day-cleared', { date }), async () => {
      await sendCommand('calendar.set-day', again)
      await refresh(['calendar'])
    })
  }
  return (
    <>
      <p className="quiet">{t('calendar.days-help')}</p>
      {can.setDay && (
        <div className="no-print">
          <Button onClick={() => setOpen('new')}>{t('calendar.add-day')}</Button>
        </div>
      )}
      <Problem of={clear} />
      <Table
        caption={t('calendar.days-title', { year })}
        columns={dayColumns(can.setDay ? { onChange: setOpen, onClear: day => void undecide(day) } : null)}
        rows={days}
        keyOf={day => day.date}
      />
      {open && <DayDialog day={open === 'new' ? null : open} year={year} onClose={() => setOpen(null)} />}
    </>
  )
}

function Feasts({ answer: { year, feasts, can } }: { answer: YearAnswer }) {
  const [open, setOpen] = useState<YearFeast | null>(null)
  return (
    <>
      <p className="quiet">{t('calendar.feasts-help')}</p>
      <Table
        caption={t('calendar.feasts-title', { year })}
        columns={feastColumns(can.confirmFeast ? setOpen : null)}
        rows={feasts}
        keyOf={feast => feast.key}
      />
      {open && <FeastDialog feast={open} year={year} onClose={() => setOpen(null)} />}
    </>
  )
}
