import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, type Choice, SelectField, TextArea } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { useClauseChoices } from './clause-choices.ts'
import type { Party } from './types.ts'

export type WrittenConclusion = {
  conclusionId: string
  text: string
  leadBody: string
  supportBodies: string[]
  dueOn: string | null
  clausePath: string | null
}

type ConclusionFieldsProps = {
  programmeId: string
  parties: Party[]
  own: string
  value: WrittenConclusion[]
  onChange: (value: WrittenConclusion[]) => void
}

/** What a meeting concluded: one part for each, in the order of the minutes. */
export function ConclusionFields({ programmeId, parties, own, value, onChange }: ConclusionFieldsProps) {
  const clauses = useClauseChoices(programmeId)
  const add = () =>
    onChange([...value, { conclusionId: newId(), text: '', leadBody: own, supportBodies: [], dueOn: null, clausePath: null }])
  const change = (at: number, part: Partial<WrittenConclusion>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className="stack">
      <h2>{t('groups.conclusions')}</h2>
      {value.map((one, at) => (
        <OneConclusion
          key={one.conclusionId}
          number={at + 1}
          value={one}
          set={part => change(at, part)}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
          parties={parties}
          clauses={clauses}
        />
      ))}
      <div>
        <Button onClick={add}>{t('groups.add-conclusion')}</Button>
      </div>
    </div>
  )
}

type OneProps = {
  number: number
  value: WrittenConclusion
  set: (part: Partial<WrittenConclusion>) => void
  onRemove: () => void
  parties: Party[]
  clauses: Choice[]
}

function OneConclusion({ number, value, set, onRemove, parties, clauses }: OneProps) {
  const sides = parties.map(party => ({ value: party.bodyId, label: party.shortName }))
  return (
    <fieldset className="conclusion-edit form">
      <legend>{t('groups.conclusion-number', { number })}</legend>
      <TextArea label={t('groups.field-text')} required rows={2} value={value.text} onChange={text => set({ text })} />
      <SelectField
        label={t('groups.field-lead')}
        empty={null}
        value={value.leadBody}
        onChange={leadBody => set({ leadBody, supportBodies: value.supportBodies.filter(body => body !== leadBody) })}
        choices={sides}
      />
      <ChecksField
        label={t('groups.field-support')}
        value={value.supportBodies}
        onChange={supportBodies => set({ supportBodies })}
        choices={sides.filter(side => side.value !== value.leadBody)}
      />
      <DateField label={t('groups.field-due')} value={value.dueOn} onChange={dueOn => set({ dueOn })} />
      <SelectField
        label={t('groups.field-clause')}
        empty={t('groups.no-clause')}
        value={value.clausePath ?? ''}
        onChange={path => set({ clausePath: path === '' ? null : path })}
        choices={clauses}
      />
      <div>
        <Button look="plain" onClick={onRemove}>
          {t('groups.remove-conclusion', { number })}
        </Button>
      </div>
    </fieldset>
  )
}
