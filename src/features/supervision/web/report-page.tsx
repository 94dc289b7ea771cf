import { capital } from '../../../kernel/vietnamese.ts'
import './supervision.css'
import { useCallback, useState } from 'react'
import { printDate, vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { periodId, periodWords } from '../periods.ts'
import type { reports } from '../queries/reports.ts'
import { FigureLine, FigureRecords, parseFigure } from './report-figure.tsx'

type Shown = AnswerOf<typeof reports>
type Period = Shown['periods'][number]
const YEARS_BACK = 4

/** The reports on supervision of a year: by quarter and for the year, by when each is sent, its papers, what was sent. */
export default function ReportPage() {
  const [word, setWord] = useAddressWord('nam')
  const [now] = useState(() => yearOf(vietnamDate(new Date())))
  const year = /^20\d\d$/.test(word) ? Number(word) : now
  const [chosen, setChosen] = useAddressWord('so-lieu')
  const figure = parseFigure(chosen)
  const close = useCallback(() => setChosen(''), [setChosen])
  const found = useAnswer<Shown>('supervision.reports', { year }, { keepPrevious: true })
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(now - 1 - back))
  const bar = [
    { label: t('supervision.title'), to: '/giam-sat' },
    { label: t('supervision.reports'), current: true },
  ]
  return (
    <Page
      title={t('supervision.reports-title')}
      above={<ThreadBar steps={bar} />}
      actions={
        <>
          <ButtonLink to={`/giam-sat/tong-the?nam=${year}`}>{t('supervision.overall-link')}</ButtonLink>
          <ButtonLink to="/giam-sat/thoi-han">{t('supervision.clocks')}</ButtonLink>
        </>
      }
    >
      <div className="row supervision-filters no-print">
        <FilterChoice
          label={t('supervision.year')}
          value={word}
          onChange={setWord}
          any={String(now)}
          choices={years.map(value => ({ value, label: value }))}
        />
      </div>
      <Answered of={found}>
        {({ periods, today }) => (
          <div className={figure ? 'figure-desk with-figure' : 'figure-desk'}>
            <div className="stack">
              <ul className="supervision-list">
                {periods.map(period => (
                  <PeriodCard key={periodId(period)} period={period} today={today} open={chosen} onOpen={setChosen} />
                ))}
              </ul>
              <p className="quiet small">{t('supervision.reports-help')}</p>
            </div>
            {figure && <FigureRecords key={chosen} figure={figure} onClose={close} />}
          </div>
        )}
      </Answered>
    </Page>
  )
}

const titleOf = (period: Period): string => {
  const words = periodWords(period)
  return capital(words)
}

type CardProps = { period: Period; today: string; open: string; onOpen: (figure: string) => void }

function PeriodCard({ period, today, open: chosen, onOpen }: CardProps) {
  const [open, setOpen] = useState(false)
  const { sent, dueOn, dueBasis } = period
  const late = sent === null && dueOn !== null && dueOn < today
  return (
    <li className="card padded stack">
      <div className="row">
        <b className="supervision-grow">{titleOf(period)}</b>
        {sent === null && dueOn && (
          <span className={late ? 'late' : 'quiet'}>
            {late ? t('supervision.report-late', { day: dueOn }) : t('supervision.report-due', { day: dueOn })}
          </span>
        )}
      </div>
      {sent === null && dueBasis && <p className="quiet small">{dueBasis}</p>}
      <FigureLine period={period} open={chosen} onOpen={onOpen} />
      {sent && <SentLine sent={sent} />}
      <div className="row no-print">
        {(['docx', 'pdf'] as const).map(format => (
          <DownloadLink key={format} look="plain" href={`/api/exports/supervision-register/${periodId(period)}.${format}`}>
            {t('supervision.report-paper', { format: format.toUpperCase() })}
          </DownloadLink>
        ))}
        {sent === null && period.can.record && !open && (
          <Button onClick={() => setOpen(true)}>{t('supervision.report-record')}</Button>
        )}
      </div>
      {open && sent === null && <SentForm period={period} close={() => setOpen(false)} />}
    </li>
  )
}

function SentLine({ sent }: { sent: NonNullable<Period['sent']> }) {
  const back = useCommand<object>('supervision.take-back-report')
  return (
    <div className="row">
      <span className="supervision-grow">
        {t('supervision.report-sent', { number: sent.paperNumber, day: printDate(sent.paperDate), to: sent.addressee })}
      </span>
      <Button look="plain" busy={back.state === 'sending'} onClick={() => void back.send({ reportId: sent.id })}>
        {t('supervision.report-back')}
      </Button>
      <Problem of={back} />
    </div>
  )
}

function SentForm({ period, close }: { period: Period; close: () => void }) {
  const [value, setValue] = useState({ reportId: newId(), paperNumber: '', paperDate: null as string | null, addressee: '' })
  const set = (change: Partial<typeof value>) => setValue(before => ({ ...before, ...change }))
  const record = useCommand<object>('supervision.record-report', { refresh: ['supervision', 'insight.'] })
  const back = useCommand<object>('supervision.take-back-report', { refresh: ['supervision', 'insight.'] })
  const save = async () => {
    const { year, quarter } = period
    if (!(await record.send({ ...value, year, quarter, paperDate: value.paperDate ?? '' }))) return
    tell(t('supervision.report-recorded', { period: periodWords(period) }), () => back.send({ reportId: value.reportId }))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('supervision.report-record')}
      busy={record.state === 'sending'}
      others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
    >
      <TextField
        label={t('supervision.paper-number')}
        required
        value={value.paperNumber}
        onChange={paperNumber => set({ paperNumber })}
      />
      <DateField
        label={t('supervision.paper-date')}
        required
        value={value.paperDate}
        onChange={paperDate => set({ paperDate })}
      />
      <TextField label={t('supervision.addressee')} required value={value.addressee} onChange={addressee => set({ addressee })} />
      <Problem of={record} />
    </Form>
  )
}
