import './outcomes.css'
import { useMemo } from 'react'
import { yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { COMMUNE_KINDS } from '../../agencies/places/contract.ts'
import { usePlaces } from '../../agencies/web/places-field.tsx'
import type { choices } from '../../movements/queries/choices.ts'
import { ServesField } from '../../movements/web/serves-field.tsx'
import { OUTCOME_KEYS, OUTCOMES, type OutcomeKey, outcomeOf } from '../indicators.ts'
import type { entry } from '../queries/entry.ts'

type Choices = AnswerOf<typeof choices>
type Entry = AnswerOf<typeof entry>
type Written = {
  reportId: string
  indicator: OutcomeKey
  year: number | null
  number: string
  issuedOn: string | null
  issuer: string
  serves: string
  values: Record<string, number | null>
}

const isOutcome = (word: string): word is OutcomeKey => OUTCOME_KEYS.some(key => key === word)

/** Enters the figures of an official report (?chi-so=…), or puts them right (?sua=…). */
export default function OutcomeForm() {
  const [changing] = useAddressWord('sua')
  const all = useAnswer<Choices>('movements.choices', {})
  const old = useAnswer<Entry>('outcomes.entry', { reportId: changing }, { enabled: Boolean(changing) })
  const title = t(changing ? 'outcomes.change-title' : 'outcomes.record-title')
  const bar = [
    { label: t('outcomes.title'), to: '/hoat-dong/chi-so' },
    { label: title, current: true },
  ]
  return (
    <Page title={title} above={<ThreadBar steps={bar} />}>
      <Answered of={all}>
        {known =>
          changing ? (
            <Answered of={old}>{shown => <ReportForm choices={known} old={shown} />}</Answered>
          ) : (
            <ReportForm choices={known} old={null} />
          )
        }
      </Answered>
    </Page>
  )
}

function openingOf(old: Entry | null, indicator: OutcomeKey, programmeId: string, today: string): Written {
  if (!old) {
    const year = yearOf(today) - 1
    return { reportId: newId(), indicator, year, number: '', issuedOn: null, issuer: '', serves: programmeId, values: {} }
  }
  const { id, programmeId: programme, clausePath, version: _version, ...report } = old.report
  const values = Object.fromEntries(old.figures.map(({ communeId, value }) => [communeId, value]))
  return { reportId: id, ...report, serves: [programme, clausePath].filter(Boolean).join(' '), values }
}

function ReportForm({ choices: all, old }: { choices: Choices; old: Entry | null }) {
  const go = useGo()
  const [word] = useAddressWord('chi-so')
  const indicator = isOutcome(word) ? word : OUTCOME_KEYS[0]!
  const first = all.programmes[0]?.id ?? ''
  const start = useMemo(() => openingOf(old, indicator, first, all.today), [old, indicator, first, all.today])
  const draft = useDraft<Written>(old ? `outcome.${old.report.id}.${old.report.version}` : `outcome.new.${indicator}`, start)
  const record = useCommand<object>('outcomes.record-report')
  const change = useCommand<object>('outcomes.change-report')
  const { value, set } = draft
  const save = async () => {
    const { reportId, indicator: which, year, values, serves, ...source } = value
    const [programmeId, ...path] = serves.split(' ')
    const figures = Object.entries(values).flatMap(([communeId, one]) => (one === null ? [] : [{ communeId, value: one }]))
    const fields = {
      reportId,
      ...source,
      issuedOn: source.issuedOn ?? '',
      figures,
      ...(path.length > 0 && { clausePath: path.join(' ') }),
    }
    const sent = old
      ? await change.send({ ...fields, version: old.report.version })
      : await record.send({ ...fields, programmeId, indicator: which, year: year ?? 0 })
    if (!sent) return
    draft.clear()
    tell(t('outcomes.saved'))
    await refresh(['outcomes.'])
    go(`/hoat-dong/chi-so?chi-so=${which}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <p className="message">{t('outcomes.totals-only')}</p>
      <Form
        onSubmit={() => void save()}
        submit={t('outcomes.save')}
        busy={record.state === 'sending' || change.state === 'sending'}
      >
        {!old && (
          <>
            <SelectField
              label={t('outcomes.indicator')}
              required
              empty={null}
              value={value.indicator}
              onChange={next => set({ indicator: next })}
              choices={OUTCOME_KEYS.map(key => ({ value: key, label: OUTCOMES[key].name }))}
            />
            <YearField now={yearOf(all.today)} value={value.year} onChange={year => set({ year })} />
          </>
        )}
        <TextField
          label={t('outcomes.number')}
          required
          short
          spellCheck={false}
          value={value.number}
          onChange={number => set({ number })}
        />
        <DateField label={t('outcomes.issued')} required value={value.issuedOn} onChange={issuedOn => set({ issuedOn })} />
        <TextField label={t('outcomes.issuer')} required value={value.issuer} onChange={issuer => set({ issuer })} />
        <ServesField
          required
          help={t('outcomes.serves-help')}
          value={value.serves}
          onChange={serves => set({ serves })}
          programmes={old ? all.programmes.filter(one => one.id === old.report.programmeId) : all.programmes}
          clauses={all.clauses}
        />
        <Figures value={value} set={set} />
        <Problem of={record} />
        <Problem of={change} />
      </Form>
    </>
  )
}

const YEARS_BACK = 8

type YearProps = { now: number; value: number | null; onChange: (year: number) => void }

function YearField({ now, value, onChange }: YearProps) {
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(now - back))
  return (
    <SelectField
      label={t('outcomes.year')}
      required
      empty={null}
      value={String(value ?? now)}
      onChange={year => onChange(Number(year))}
      choices={years.map(year => ({ value: year, label: year }))}
    />
  )
}

function Figures({ value, set }: { value: Written; set: (change: Partial<Written>) => void }) {
  const { unit } = outcomeOf(value.indicator)
  return (
    <fieldset className="stack">
      <legend>{t('outcomes.figures')}</legend>
      <p className="quiet small">{t('outcomes.figures-help')}</p>
      <Answered of={usePlaces(COMMUNE_KINDS)}>
        {({ places }) => (
          <div className="outcome-figures">
            {places.map(place => (
              <NumberField
                key={place.id}
                label={place.name}
                unit={unit}
                value={value.values[place.id] ?? null}
                onChange={next => set({ values: { ...value.values, [place.id]: next } })}
              />
            ))}
          </div>
        )}
      </Answered>
    </fieldset>
  )
}
