import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { writeTemplate } from '../commands/write-template.ts'
import type { templateDraft } from '../queries/templates.ts'
import { BOUNDS, type TemplateClause } from '../sending/contract.ts'
import './cascade.css'

type Draft = AnswerOf<typeof templateDraft>

/** A template made from clauses of a programme (?chuong-trinh=…), or one not sent yet (&mau=…): which go down, and what a commune may make of each. */
export default function TemplateForm() {
  const [programmeId] = useAddressWord('chuong-trinh')
  const [templateId] = useAddressWord('mau')
  const found = useAnswer<Draft>('cascade.template-draft', { programmeId, ...(templateId && { templateId }) })
  return (
    <Page title={t('cascade.template-form')}>
      <p className="quiet">{t('cascade.template-form-help')}</p>
      <Answered of={found}>{draft => <Form draft={draft} programmeId={programmeId} />}</Answered>
    </Page>
  )
}

function Form({ draft, programmeId }: { draft: Draft; programmeId: string }) {
  const go = useGo()
  const held = draft.template
  const [templateId] = useState(() => held?.id ?? newId())
  const [title, setTitle] = useState(held?.title ?? '')
  const [dueOn, setDueOn] = useState<string | null>(held?.dueOn ?? null)
  const [chosen, choose] = useState<ReadonlyMap<string, TemplateClause>>(
    () => new Map(held?.clauses.map(clause => [clause.key, clause])),
  )
  const write = useCommand<InputOf<typeof writeTemplate>>('cascade.write-template')
  const set = (key: string, clause: TemplateClause | null) => {
    const next = new Map(chosen)
    if (clause) next.set(key, clause)
    else next.delete(key)
    choose(next)
  }
  const clauses = draft.clauses.flatMap(({ path }) => chosen.get(path) ?? [])
  const save = async () => {
    const input = { templateId, programmeId, version: held?.version ?? 0, title, dueOn: dueOn ?? '', clauses }
    if (await write.send(input)) go(`/cap-xa/${templateId}`)
  }
  return (
    <div className="stack">
      <TextField label={t('cascade.template-title')} required value={title} onChange={setTitle} />
      <DateField label={t('cascade.template-due-on')} required value={dueOn} onChange={setDueOn} />
      <section className="card" aria-label={t('cascade.clauses')}>
        <ul className="lines">
          {draft.clauses.map(({ path, text }) => (
            <ClauseChoice key={path} path={path} text={text} clause={chosen.get(path)} onSet={clause => set(path, clause)} />
          ))}
        </ul>
      </section>
      <Problem of={write} />
      <div className="row">
        <Button look="main" busy={write.state === 'sending'} onClick={() => void save()}>
          {t('cascade.template-save', { count: clauses.length })}
        </Button>
      </div>
    </div>
  )
}

type ChoiceProps = {
  path: string
  text: string
  clause: TemplateClause | undefined
  onSet: (clause: TemplateClause | null) => void
}

function ClauseChoice({ path, text, clause, onSet }: ChoiceProps) {
  const first: TemplateClause = { key: path, text, bound: 'words', least: null, unit: t('cascade.unit-activities') }
  return (
    <li className="stack">
      <label className="choice">
        <input type="checkbox" checked={Boolean(clause)} onChange={event => onSet(event.target.checked ? first : null)} />
        {`${citeClause(path)}: ${text}`}
      </label>
      {clause && (
        <div className="row">
          <SelectField
            label={t('cascade.bound')}
            empty={null}
            value={clause.bound}
            onChange={bound => onSet({ ...clause, bound })}
            choices={BOUNDS.map(value => ({ value, label: t(`cascade.bound-${value}`) }))}
          />
          <NumberField label={t('cascade.least')} value={clause.least} onChange={least => onSet({ ...clause, least })} />
          <TextField label={t('cascade.unit')} short value={clause.unit} onChange={unit => onSet({ ...clause, unit })} />
        </div>
      )}
    </li>
  )
}
