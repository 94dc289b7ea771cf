import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { newId } from '../../../kernel/ids.ts'
import { tell } from '../../../ui/client/notice.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { ChecksField, NumberField, RadioField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { ItemFields, Timing } from '../contract.ts'
import { whyNotBodies, whyNotTarget, whyNotTiming } from '../rules.ts'
import type { Item, PlanAnswer } from './item-words.ts'
import { type Purpose, purposeOf, startOf, useItemWrite } from './item-write.ts'
import type { Proposal } from './proposal-words.ts'

type Written = {
  title: string
  timing: Timing
  startsOn: string | null
  dueOn: string | null
  occasion: string
  leadBodies: string[]
  supportBodies: string[]
  min: number | null
  max: number | null
  unit: string
  per: string
  product: string
}
const TIMINGS = ['due', 'occasion', 'continuous', 'undated'] as const

const written = (item: ItemFields | null): Written => ({
  title: item?.title ?? '',
  timing: item?.timing ?? 'due',
  startsOn: item?.startsOn ?? null,
  dueOn: item?.dueOn ?? null,
  occasion: item?.occasion ?? '',
  leadBodies: item?.leadBodies ?? [],
  supportBodies: item?.supportBodies ?? [],
  min: item?.target?.min ?? null,
  max: item?.target?.max ?? null,
  unit: item?.target?.unit ?? '',
  per: item?.target?.per ?? 'year',
  product: item?.product ?? '',
})

/** What is sent: a day only where the timing has one, a target only where its unit is named. */
function fieldsOf({ min, max, unit, per, occasion, product, ...rest }: Written): ItemFields {
  const dated = rest.timing === 'due' || rest.timing === 'occasion'
  return {
    ...rest,
    startsOn: rest.timing === 'due' || rest.timing === 'continuous' ? rest.startsOn : null,
    dueOn: dated ? rest.dueOn : null,
    occasion: occasion.trim() || null,
    product: product.trim() || null,
    target: unit.trim() ? { min, max, unit: unit.trim(), per: per || null } : null,
  }
}

type ItemFormProps = { answer: PlanAnswer; item: Item | null; counters?: Proposal | null; onClose: () => void }

/** The drawer in which an item is written, proposed, or answered with another. */
export function ItemForm({ answer, item, counters = null, onClose }: ItemFormProps) {
  const purpose = purposeOf(answer, counters)
  const start = startOf(item, counters)
  const [value, setValue] = useState(() => written(start.fields))
  const [clausePath, setClausePath] = useState(start.clausePath)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [itemId] = useState(() => item?.id ?? newId())
  const { command, send } = useItemWrite(answer, item, purpose)
  const set = (part: Partial<Written>) => setValue(before => ({ ...before, ...part }))
  const parties = answer.parties.map(party => ({ value: party.bodyId, label: party.shortName }))
  const save = async () => {
    const fields = fieldsOf(value)
    const wrong =
      whyNotSave(fields, clausePath, answer) ?? (purpose !== 'write' && !reason.trim() ? t('plans.reason-needed') : null)
    setProblem(wrong)
    if (wrong || !(await send({ itemId, clausePath, fields, reason }))) return
    tell(savedWords(purpose, item, answer))
    onClose()
  }
  return (
    <Dialog title={titleOf(purpose, item)} onClose={onClose}>
      {purpose !== 'write' && (
        <p className="message">{purpose === 'propose' ? t('plans.propose-note') : t('plans.counter-note')}</p>
      )}
      <Form onSubmit={() => void save()} submit={submitWords(purpose, item)} busy={command.state === 'sending'}>
        {item ? (
          <p className="quiet">{t('plans.clause-from', { clause: citeClause(item.clausePath) })}</p>
        ) : (
          <SelectField
            label={t('plans.clause')}
            help={t('plans.add-help')}
            required
            value={clausePath}
            onChange={setClausePath}
            choices={answer.allClauses.map(clause => ({
              value: clause.path,
              label: `${citeClause(clause.path)}: ${clause.text.slice(0, 80)}`,
            }))}
          />
        )}
        <TextArea label={t('plans.field-title')} required value={value.title} onChange={title => set({ title })} />
        <TimeFields value={value} set={set} year={answer.plan.year} />
        <ChecksField
          label={t('plans.field-lead')}
          required
          value={value.leadBodies}
          onChange={leadBodies => set({ leadBodies })}
          choices={parties}
        />
        <ChecksField
          label={t('plans.field-support')}
          value={value.supportBodies}
          onChange={supportBodies => set({ supportBodies })}
          choices={parties}
        />
        <TargetFields value={value} set={set} />
        <TextField label={t('plans.field-product')} value={value.product} onChange={product => set({ product })} />
        {purpose !== 'write' && (
          <TextArea
            label={t('plans.reason')}
            help={t('plans.reason-help')}
            required
            rows={2}
            value={reason}
            onChange={setReason}
          />
        )}
        {problem && (
          <p className="message bad" role="alert">
            {problem}
          </p>
        )}
        <Problem of={command} />
      </Form>
    </Dialog>
  )
}

function titleOf(purpose: Purpose, item: Item | null): string {
  if (typeof purpose === 'object') return t('plans.counter-title')
  if (purpose === 'propose') return item ? t('plans.propose-title', { number: item.position }) : t('plans.propose-add-title')
  return item ? t('plans.edit-title', { number: item.position }) : t('plans.add-title')
}

function submitWords(purpose: Purpose, item: Item | null): string {
  if (typeof purpose === 'object') return t('plans.counter-send')
  if (purpose === 'propose') return t('plans.propose-save')
  return item ? t('plans.save') : t('plans.add-save')
}

function savedWords(purpose: Purpose, item: Item | null, { counts }: PlanAnswer): string {
  if (typeof purpose === 'object') return t('plans.countered')
  if (purpose === 'propose') return t('plans.proposed')
  return item ? t('plans.saved', { number: item.position }) : t('plans.added', { number: counts.items + counts.dropped + 1 })
}

/** The same rules as the server's, said before anything is sent. */
function whyNotSave(fields: ItemFields, clausePath: string, { plan, parties }: PlanAnswer): string | null {
  if (!fields.title.trim() || !clausePath) return t('refusal.field.empty')
  if (fields.leadBodies.length === 0) return t('refusal.field.lead')
  const bodies = parties.map(party => party.bodyId)
  const reason = whyNotTiming(fields, plan.year) ?? whyNotTarget(fields.target) ?? whyNotBodies(fields, bodies)
  return reason && find(`refusal.${reason.code}`, reason.data)
}

type PartProps = { value: Written; set: (part: Partial<Written>) => void }

function TimeFields({ value, set, year }: PartProps & { year: number }) {
  const bounds = { min: `${year}-01-01`, max: `${year}-12-31` }
  const choices = TIMINGS.map(timing => ({ value: timing, label: t(`plans.timing-${timing}`) }))
  return (
    <>
      <RadioField
        label={t('plans.field-timing')}
        name="timing"
        value={value.timing}
        onChange={timing => set({ timing })}
        choices={choices}
      />
      {value.timing === 'due' && (
        <>
          <DateField label={t('plans.field-due')} required value={value.dueOn} onChange={dueOn => set({ dueOn })} {...bounds} />
          <DateField
            label={t('plans.field-starts')}
            help={t('plans.field-starts-help')}
            value={value.startsOn}
            onChange={startsOn => set({ startsOn })}
            {...bounds}
          />
        </>
      )}
      {value.timing === 'occasion' && (
        <DateField label={t('plans.field-day')} required value={value.dueOn} onChange={dueOn => set({ dueOn })} {...bounds} />
      )}
      {value.timing !== 'continuous' && (
        <TextField
          label={t('plans.field-occasion')}
          help={t('plans.field-occasion-help')}
          value={value.occasion}
          onChange={occasion => set({ occasion })}
        />
      )}
    </>
  )
}

function TargetFields({ value, set }: PartProps) {
  const scopes = [
    { value: 'year', label: t('plans.per-year') },
    { value: 'term', label: t('plans.per-term') },
    ...(value.per && !['year', 'term'].includes(value.per)
      ? [{ value: value.per, label: t('plans.per-other', { scope: value.per }) }]
      : []),
  ]
  return (
    <>
      <TextField
        label={t('plans.field-unit')}
        help={t('plans.field-unit-help')}
        value={value.unit}
        onChange={unit => set({ unit })}
        short
      />
      {value.unit.trim() !== '' && (
        <>
          <NumberField
            label={t('plans.field-min')}
            help={t('plans.field-target-help')}
            value={value.min}
            onChange={min => set({ min })}
          />
          <NumberField label={t('plans.field-max')} value={value.max} onChange={max => set({ max })} />
          <SelectField
            label={t('plans.field-per')}
            value={value.per}
            onChange={per => set({ per })}
            choices={scopes}
            empty={null}
          />
        </>
      )}
    </>
  )
}
