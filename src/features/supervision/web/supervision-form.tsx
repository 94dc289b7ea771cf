import './supervision.css'
import { useMemo, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import { elementsOf, nameElement } from '../../programmes/target-programme/contract.ts'
import { FORMS, OBJECT_KINDS } from '../contract.ts'
import { FORM_NAMES, OBJECT_NAMES } from '../words.ts'
import { type Choices, fieldsOf, opening, type Shown, type Written } from './supervision-fields.ts'
import { BoardFields, TeamFields } from './team-fields.tsx'

/** Plans a supervision, or puts a plan right (?sua=…); of a work (?cong-trinh=…). */
export default function SupervisionForm() {
  const [changing] = useAddressWord('sua')
  const found = useAnswer<Choices>('supervision.choices', {})
  const old = useAnswer<Shown>('supervision.supervision', { supervisionId: changing }, { enabled: Boolean(changing) })
  return (
    <Page title={changing ? t('supervision.change-title') : t('supervision.plan-title')}>
      <Answered of={found}>
        {all =>
          changing ? (
            <Answered of={old}>{shown => <Entry choices={all} old={shown} />}</Answered>
          ) : (
            <Entry choices={all} old={null} />
          )
        }
      </Answered>
    </Page>
  )
}

function Entry({ choices: all, old }: { choices: Choices; old: Shown | null }) {
  const go = useGo()
  const [work] = useAddressWord('cong-trinh')
  const start = useMemo(() => opening(old, work), [old, work])
  const key = old ? `supervision.${old.supervision.id}.${old.supervision.version}` : `supervision.new.${work}`
  const draft = useDraft<Written>(key, start)
  const plan = useCommand<object>('supervision.plan-supervision')
  const change = useCommand<object>('supervision.change-supervision')
  const { value } = draft
  const save = async () => {
    const fields = fieldsOf(value)
    const sent = old ? await change.send({ ...fields, version: old.supervision.version }) : await plan.send(fields)
    if (!sent) return
    draft.clear()
    tell(t('supervision.saved'))
    await refresh(['supervision.supervision'])
    go(`/giam-sat/${value.supervisionId}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form
        onSubmit={() => void save()}
        submit={old ? t('supervision.save') : t('supervision.plan')}
        busy={plan.state === 'sending' || change.state === 'sending'}
      >
        <Inputs value={value} set={draft.set} choices={all} />
        <Problem of={plan} />
        <Problem of={change} />
      </Form>
    </>
  )
}

export type PartProps = { value: Written; set: (change: Partial<Written>) => void }

function Inputs({ value, set, choices: all }: PartProps & { choices: Choices }) {
  return (
    <>
      <SelectField
        label={t('supervision.form')}
        required
        empty={null}
        value={value.form}
        onChange={form => set({ form })}
        choices={FORMS.map(form => ({ value: form, label: FORM_NAMES[form] }))}
      />
      <ObjectFields value={value} set={set} choices={all} />
      <TextField
        label={t('supervision.name')}
        help={t('supervision.name-help')}
        required
        maxLength={200}
        value={value.title}
        onChange={title => set({ title })}
      />
      <TextArea label={t('supervision.content')} required value={value.content} onChange={content => set({ content })} />
      <DateField label={t('supervision.starts')} required value={value.startsOn} onChange={startsOn => set({ startsOn })} />
      <DateField label={t('supervision.ends')} required value={value.endsOn} onChange={endsOn => set({ endsOn })} />
      {value.form === 'board' ? <BoardFields value={value} set={set} /> : <TeamFields value={value} set={set} />}
      {all.programmes.length > 0 && <ServesField value={value} set={set} choices={all} />}
      <NumberField
        label={t('supervision.overall')}
        help={t('supervision.overall-help')}
        value={value.overallYear}
        onChange={overallYear => set({ overallYear })}
      />
    </>
  )
}

function ObjectFields({ value, set, choices: all }: PartProps & { choices: Choices }) {
  const isElement = value.objectKind === 'project' && value.element !== null
  return (
    <>
      <SelectField
        label={t('supervision.object-kind')}
        required
        empty={null}
        value={value.objectKind}
        onChange={objectKind => set({ objectKind })}
        choices={OBJECT_KINDS.map(kind => ({ value: kind, label: OBJECT_NAMES[kind] }))}
      />
      {value.objectKind === 'construction' ? (
        <PickField
          label={t('supervision.construction')}
          help={t('supervision.construction-help')}
          required
          value={value.constructionId}
          onChange={constructionId => set({ constructionId })}
          choices={all.constructions.map(one => ({ value: one.id, label: one.name, note: one.commune }))}
        />
      ) : (
        <>
          {value.objectKind === 'project' && <ElementField value={value} set={set} />}
          <TextField
            label={t('supervision.object-name')}
            help={isElement ? t('supervision.element-object-help') : undefined}
            required={!isElement}
            value={value.object}
            onChange={object => set({ object })}
          />
          <PlaceField label={t('supervision.commune')} value={value.communeId} onChange={communeId => set({ communeId })} />
        </>
      )}
    </>
  )
}

/** A project or component of the catalogue of the year in which the supervision begins. */
function ElementField({ value, set }: PartProps) {
  const [today] = useState(() => vietnamDate(new Date()))
  const year = yearOf(value.startsOn ?? today)
  return (
    <PickField
      label={t('supervision.element')}
      help={t('supervision.element-help')}
      value={value.element}
      onChange={element => set({ element })}
      choices={elementsOf(year).map(one => ({ value: one.key, label: nameElement(one), note: one.cycle.id }))}
    />
  )
}

function ServesField({ value, set, choices: all }: PartProps & { choices: Choices }) {
  const nameOf = ({ number, title }: Choices['programmes'][number]) => number ?? title
  const first = (clause: Choices['clauses'][number], at: number) =>
    all.clauses.findIndex(one => one.programmeId === clause.programmeId && one.path === clause.path) === at
  const options = all.programmes.flatMap(programme => [
    { value: programme.id, label: t('supervision.clause-whole', { programme: nameOf(programme) }) },
    ...all.clauses
      .filter((clause, at) => clause.programmeId === programme.id && first(clause, at))
      .map(clause => ({
        value: `${programme.id} ${clause.path}`,
        label: `${citeClause(clause.path)}: ${clause.text.slice(0, 120)}`,
        note: nameOf(programme),
      })),
    ...all.items
      .filter(item => item.programmeId === programme.id)
      .map(({ id, path, title, position, year }) => ({
        value: `${programme.id} ${path} ${id}`,
        label: t('supervision.item', { number: position, year, title: title.slice(0, 120) }),
        note: nameOf(programme),
      })),
  ])
  return (
    <PickField
      label={t('supervision.clause')}
      value={value.serves || null}
      onChange={serves => set({ serves: serves ?? '' })}
      choices={options}
    />
  )
}
