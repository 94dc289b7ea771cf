import { citeClause } from '../../../kernel/cite-clause.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { Draft } from '../../../ui/client/use-draft.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import { ORIGINS } from '../contract.ts'
import type { choices } from '../queries/choices.ts'
import { ORIGIN_NAMES } from '../words.ts'
import type { Missing, Written } from './petition-fields.ts'

type Choices = AnswerOf<typeof choices>
type InputsProps = {
  draft: Draft<Written>
  choices: Choices
  missing: Missing
  mode: 'new' | 'change' | 'again'
  sender: string
  onSender: (name: string) => void
}

/** First what a village meeting needs: what, where, about what. The rest is filled in already and lies below. */
export function PetitionInputs({ draft: { value, set }, choices: all, missing, mode, sender, onSender }: InputsProps) {
  const chooseOrigin = (origin: Written['origin']) => {
    const term = all.terms[origin]!
    set({ origin, termOn: term.on, termBasis: term.basis })
  }
  return (
    <>
      <p className="quiet">{t('petitions.note')}</p>
      <TextField
        label={t('petitions.subject')}
        help={t('petitions.subject-help')}
        required
        maxLength={200}
        value={value.subject}
        onChange={subject => set({ subject })}
        problem={missing.subject}
      />
      <PlaceField
        label={t('petitions.place')}
        help={t('petitions.place-help')}
        required
        value={value.placeId}
        onChange={placeId => set({ placeId })}
        problem={missing.placeId}
      />
      <SelectField
        label={t('petitions.field')}
        required
        value={value.field}
        onChange={field => set({ field })}
        choices={all.fields.map(one => ({ value: one.key, label: one.name }))}
        problem={missing.field}
      />
      <TextArea
        label={t('petitions.text')}
        help={t('petitions.text-help')}
        required
        rows={6}
        value={value.text}
        onChange={text => set({ text })}
        problem={missing.text}
      />
      <SelectField
        label={t('petitions.origin')}
        required
        value={value.origin}
        onChange={chooseOrigin}
        empty={null}
        choices={ORIGINS.map(origin => ({ value: origin, label: ORIGIN_NAMES[origin] }))}
      />
      <NumberField
        label={t('petitions.voices')}
        help={t('petitions.voices-help')}
        value={value.voices}
        onChange={voices => set({ voices })}
        problem={missing.voices}
      />
      {mode !== 'change' && (
        <DateField
          label={t('petitions.received-on')}
          required
          value={value.receivedOn}
          max={all.today}
          onChange={receivedOn => set({ receivedOn })}
          problem={missing.receivedOn}
        />
      )}
      {mode !== 'change' && <TermInputs value={value} set={set} choices={all} missing={missing} />}
      {all.programmes.length > 0 && <ServesField value={value} set={set} choices={all} />}
      {mode !== 'change' && (
        <TextField
          label={t('petitions.sender')}
          help={t('petitions.sender-help')}
          value={sender}
          onChange={onSender}
          spellCheck={false}
        />
      )}
    </>
  )
}

type PartProps = { value: Written; set: (change: Partial<Written>) => void; choices: Choices }

/** Where the law sets no term the officer says the day and what it rests on. */
function TermInputs({ value, set, choices: all, missing }: PartProps & { missing: Missing }) {
  const term = all.terms[value.origin]
  if (term?.byLaw) return <p className="quiet">{t('petitions.term-law', { day: term.on, basis: term.basis })}</p>
  return (
    <>
      <DateField
        label={t('petitions.term-on')}
        required
        value={value.termOn}
        min={value.receivedOn ?? all.today}
        onChange={termOn => set({ termOn })}
        problem={missing.termOn}
      />
      <TextField
        label={t('petitions.term-basis')}
        required
        value={value.termBasis}
        onChange={termBasis => set({ termBasis })}
        problem={missing.termBasis}
      />
    </>
  )
}

function ServesField({ value, set, choices: all }: PartProps) {
  const nameOf = ({ number, title }: Choices['programmes'][number]) => number ?? title
  const options = all.programmes.flatMap(programme => [
    { value: programme.id, label: t('petitions.clause-whole', { programme: nameOf(programme) }) },
    ...all.clauses
      .filter(
        (clause, at) =>
          clause.programmeId === programme.id &&
          all.clauses.findIndex(one => one.programmeId === clause.programmeId && one.path === clause.path) === at,
      )
      .map(clause => ({
        value: `${programme.id} ${clause.path}`,
        label: `${citeClause(clause.path)}: ${clause.text.slice(0, 120)}`,
        note: nameOf(programme),
      })),
  ])
  return (
    <PickField
      label={t('petitions.clause')}
      help={t('petitions.clause-help')}
      value={value.serves || null}
      onChange={serves => set({ serves: serves ?? '' })}
      choices={options}
    />
  )
}
