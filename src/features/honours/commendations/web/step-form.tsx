import { useState } from 'react'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tellUndo } from '../../../../ui/client/tell-undo.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { ChecksField, NumberField, TextField } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { useRequired } from '../../../../ui/components/use-required.ts'
import { t } from '../../../../ui/messages/index.ts'
import { LetterPart } from '../../../papers/web/letter-part.tsx'
import type { Step } from '../rules.ts'
import type { NamesById, Shown } from './commendation-page.tsx'
import { type ShownLine, whoOf } from './lines-part.tsx'

type Taken = Exclude<Step, 'stop'>
const COMMANDS: Record<Taken, string> = {
  dossier: 'honours.complete-dossier',
  vote: 'honours.record-vote',
  decide: 'honours.record-decision',
  award: 'honours.record-award',
}

type Award = { commended: boolean; amount: number | null; certificate: string }
type Written = {
  number: string
  day: string | null
  complete: 'yes'[]
  members: number | null
  votes: Record<string, number | null>
  awards: Record<string, Award>
  place: string
}

/** Those who can be commended: who was chosen by the council, or all where none was asked. */
const choosable = ({ commendation: one, lines }: Shown): ShownLine[] => lines.filter(line => one.votedOn === null || line.chosen)

const opening = (shown: Shown): Written => ({
  number: '',
  day: shown.today,
  complete: [],
  members: null,
  votes: Object.fromEntries(shown.lines.map(line => [line.id, null])),
  awards: Object.fromEntries(choosable(shown).map(line => [line.id, { commended: true, amount: null, certificate: '' }])),
  place: '',
})

function inputOf(step: Taken, value: Written): object {
  const { number, day, members, votes, awards, place } = value
  if (step === 'dossier') return { number, date: day, complete: value.complete.length > 0 }
  if (step === 'award') return { day, place }
  if (step === 'vote') {
    const counted = Object.entries(votes).map(([lineId, count]) => ({ lineId, votes: count }))
    return { day, minutes: number, members, votes: counted }
  }
  const commended = Object.entries(awards).filter(([, one]) => one.commended)
  return {
    number,
    date: day,
    awards: commended.map(([lineId, { amount, certificate }]) => ({ lineId, amount, certificate })),
  }
}

const askedOf = (step: Taken, { number, day, members, votes, place, complete }: Written): Record<string, unknown> => ({
  day,
  ...(step === 'award' ? { place } : { number }),
  ...(step === 'dossier' ? { complete } : {}),
  ...(step === 'vote' ? { members, ...votes } : {}),
})

type FormProps = { step: Taken; shown: Shown; names: NamesById; close: () => void }

/** The form of one step: the paper, the day, and what this step says of each. */
export function StepForm({ step, shown, names, close }: FormProps) {
  const { commendation: one } = shown
  const [value, setValue] = useState<Written>(() => opening(shown))
  const command = useCommand<object, { version: number }>(COMMANDS[step])
  const required = useRequired(askedOf(step, value))
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const send = async () => {
    if (!required.check()) return
    const sent = await command.send({ commendationId: one.id, version: one.version, ...inputOf(step, value) })
    if (!sent) return
    const at = { commendationId: one.id, version: sent.answer.version }
    tellUndo(t(`commendations.done-${step}`), 'honours.step-back', at)
  }
  const fields = { value, set, problemOf: required.problemOf }
  return (
    <section className="card padded stack no-print" aria-labelledby="step">
      <h2 id="step">{t(`commendations.step-${step}`)}</h2>
      <Form
        onSubmit={() => void send()}
        submit={t(`commendations.step-${step}`)}
        busy={command.state === 'sending'}
        others={<Button onClick={close}>{t('commendations.cancel')}</Button>}
      >
        {step === 'decide' && (
          <LetterPart
            source={{ commendationId: one.id }}
            label={t('papers.issue-decision')}
            take={(number, day) => set({ number, day })}
          />
        )}
        {step !== 'award' && (
          <TextField
            label={t(step === 'vote' ? 'commendations.minutes' : 'commendations.number')}
            required
            maxLength={60}
            value={value.number}
            onChange={number => set({ number })}
            problem={required.problemOf('number')}
            spellCheck={false}
          />
        )}
        <DateField
          label={t('commendations.date')}
          required
          value={value.day}
          max={shown.today}
          onChange={day => set({ day })}
          problem={required.problemOf('day')}
        />
        {step === 'dossier' && <DossierFields {...fields} />}
        {step === 'vote' && <VoteFields {...fields} lines={shown.lines} names={names} />}
        {step === 'decide' && <AwardFields {...fields} lines={choosable(shown)} names={names} />}
        {step === 'award' && (
          <TextField
            label={t('commendations.place')}
            required
            maxLength={200}
            value={value.place}
            onChange={place => set({ place })}
            problem={required.problemOf('place')}
          />
        )}
        <Problem of={command} />
      </Form>
    </section>
  )
}

type FieldsProps = {
  value: Written
  set: (change: Partial<Written>) => void
  problemOf: (field: string) => string | null
}
type LinesProps = FieldsProps & { lines: readonly ShownLine[]; names: NamesById }

const DossierFields = ({ value, set, problemOf }: FieldsProps) => (
  <ChecksField
    label={t('commendations.complete')}
    required
    value={value.complete}
    onChange={complete => set({ complete })}
    choices={[{ value: 'yes', label: t('commendations.complete-yes') }]}
    problem={problemOf('complete')}
  />
)

const VoteFields = ({ value, set, problemOf, lines, names }: LinesProps) => (
  <>
    <NumberField
      label={t('commendations.members')}
      required
      value={value.members}
      onChange={members => set({ members })}
      problem={problemOf('members')}
    />
    {lines.map(line => (
      <NumberField
        key={line.id}
        label={t('commendations.votes-of', { who: whoOf(line, names) })}
        required
        value={value.votes[line.id] ?? null}
        onChange={count => set({ votes: { ...value.votes, [line.id]: count } })}
        problem={problemOf(line.id)}
      />
    ))}
  </>
)

function AwardFields({ value, set, lines, names }: LinesProps) {
  const change = (lineId: string, part: Partial<Award>) =>
    set({ awards: { ...value.awards, [lineId]: { ...value.awards[lineId]!, ...part } } })
  return lines.map(line => {
    const award = value.awards[line.id]!
    const who = whoOf(line, names)
    return (
      <fieldset className="card padded stack" key={line.id}>
        <label className="choice">
          <input
            type="checkbox"
            checked={award.commended}
            onChange={event => change(line.id, { commended: event.target.checked })}
          />
          {t('commendations.commend', { who })}
        </label>
        {award.commended && (
          <>
            <NumberField
              label={t('commendations.amount-of', { who })}
              unit="đ"
              value={award.amount}
              onChange={amount => change(line.id, { amount })}
            />
            <TextField
              label={t('commendations.certificate-of', { who })}
              maxLength={60}
              value={award.certificate}
              onChange={certificate => change(line.id, { certificate })}
              spellCheck={false}
            />
          </>
        )}
      </fieldset>
    )
  })
}
