import './honours.css'
import { useState } from 'react'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { RadioField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { usePlaces } from '../../agencies/web/places-field.tsx'
import { deciderOn } from '../caps.ts'
import type { loadList } from '../commands/load-list.ts'
import type { LoadRow } from '../contract.ts'
import type { Village } from '../roster.ts'
import { HandRows } from './hand-rows.tsx'
import { RosterFile } from './roster-file.tsx'

type Decision = { number: string; date: string | null; issuer: string; year: string }

/** A recognised list enters the register: from a table, or village by village. */
export default function LoadPage() {
  const bar = [
    { label: t('honours.title'), to: '/nguoi-co-uy-tin' },
    { label: t('honours.load-title'), current: true },
  ]
  return (
    <Page title={t('honours.load-title')} above={<ThreadBar steps={bar} />}>
      <p>{t('honours.load-note')}</p>
      <Answered of={usePlaces(['village'])}>{({ places }) => <Load villages={places} />}</Answered>
    </Page>
  )
}

/** Names are kept in this window alone, never in the browser. */
function Load({ villages }: { villages: readonly Village[] }) {
  const go = useGo()
  const [listId] = useState(() => newId())
  const [today] = useState(() => vietnamDate(new Date()))
  const [decision, setDecision] = useState<Decision>({ number: '', date: null, issuer: '', year: String(yearOf(today)) })
  const [way, setWay] = useState<'file' | 'hand'>('file')
  const [rows, setRows] = useState<LoadRow[]>([])
  const load = useCommand<InputOf<typeof loadList>>('honours.load-list', { keep: false })
  const required = useRequired(decision)
  const set = (change: Partial<Decision>) => setDecision(before => ({ ...before, ...change }))
  const choose = (chosen: 'file' | 'hand') => {
    setWay(chosen)
    setRows([])
  }
  const send = async () => {
    const { date, year, ...rest } = decision
    if (!required.check() || !date || rows.length === 0) return
    const decidedBy = deciderOn(date).decider
    if (!(await load.send({ listId, ...rest, date, year: Number(year), decidedBy, rows }))) return
    tell(t('honours.loaded', { count: rows.length, number: decision.number.trim() }))
    go('/nguoi-co-uy-tin')
  }
  return (
    <Form onSubmit={() => void send()} submit={t('honours.enter', { count: rows.length })} busy={load.state === 'sending'}>
      <DecisionFields decision={decision} today={today} set={set} problemOf={required.problemOf} />
      <RadioField
        label={t('honours.way')}
        name="way"
        value={way}
        onChange={choose}
        choices={[
          { value: 'file', label: t('honours.way-file') },
          { value: 'hand', label: t('honours.way-hand') },
        ]}
      />
      {way === 'file' ? <RosterFile villages={villages} onRows={setRows} /> : <HandRows onRows={setRows} />}
      <Problem of={load} />
    </Form>
  )
}

type FieldsProps = {
  decision: Decision
  today: string
  set: (change: Partial<Decision>) => void
  problemOf: (field: string) => string | null
}

function DecisionFields({ decision, today, set, problemOf }: FieldsProps) {
  const { number, date, issuer, year } = decision
  const decides = date && deciderOn(date)
  return (
    <>
      <TextField
        label={t('honours.number')}
        required
        maxLength={60}
        value={number}
        onChange={typed => set({ number: typed })}
        problem={problemOf('number')}
        spellCheck={false}
      />
      <DateField
        label={t('honours.date')}
        required
        value={date}
        max={today}
        onChange={typed => set({ date: typed })}
        problem={problemOf('date')}
      />
      {decides && <p className="quiet">{t(`honours.decider-${decides.decider}`, { basis: decides.basis })}</p>}
      <TextField
        label={t('honours.issuer')}
        help={t('honours.issuer-help')}
        required
        maxLength={200}
        value={issuer}
        onChange={typed => set({ issuer: typed })}
        problem={problemOf('issuer')}
      />
      <TextField
        label={t('honours.year')}
        required
        short
        inputMode="numeric"
        maxLength={4}
        value={year}
        onChange={typed => set({ year: typed })}
        problem={problemOf('year')}
      />
    </>
  )
}
