import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { newId } from '../../../kernel/ids.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { ChecksField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { whyNotBodies, whyNotTarget, whyNotTiming } from '../rules.ts'
import { fieldsOf, lacksPlaces, PlaceFields, TimeFields, type Written, written } from './item-fields.tsx'
import type { Item, PlanAnswer } from './item-words.ts'
import { type Purpose, purposeOf, startOf, useItemWrite } from './item-write.ts'
import type { Proposal } from './proposal-words.ts'
import { lacksNumber, TargetFields } from './target-fields.tsx'
import { useTypingId } from './use-propose.ts'

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
  const typing = useTypingId() !== ''
  const set = (part: Partial<Written>) => setValue(before => ({ ...before, ...part }))
  const parties = answer.parties.map(party => ({ value: party.bodyId, label: party.shortName }))
  const save = async () => {
    const fields = fieldsOf(value)
    const wrong =
      whyNotSave(value, clausePath, answer) ?? (purpose !== 'write' && !reason.trim() ? t('plans.reason-needed') : null)
    setProblem(wrong)
    if (wrong || !(await send({ itemId, clausePath, fields, reason }))) return
    tell(typing && purpose === 'propose' ? t('post.typed') : savedWords(purpose, item, answer))
    onClose()
  }
  return (
    <Dialog title={titleOf(purpose, item)} onClose={onClose}>
      {purpose !== 'write' && <p className="message">{noteOf(purpose, typing)}</p>}
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
        <TextArea
          label={t('plans.field-others')}
          help={t('plans.field-others-help')}
          rows={2}
          value={value.others}
          onChange={others => set({ others })}
        />
        <PlaceFields value={value} set={set} />
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

function noteOf(purpose: Purpose, typing: boolean): string {
  if (purpose !== 'propose') return t('plans.counter-note')
  return typing ? t('post.typing-note') : t('plans.propose-note')
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
function whyNotSave(value: Written, clausePath: string, { plan, parties }: PlanAnswer): string | null {
  const fields = fieldsOf(value)
  if (!fields.title.trim() || !clausePath) return t('refusal.field.empty')
  if (fields.leadBodies.length === 0) return t('refusal.field.lead')
  if (lacksPlaces(value)) return t('plans.places-needed')
  if (lacksNumber(value)) return t('plans.target-number-needed')
  const bodies = parties.map(party => party.bodyId)
  const reason = whyNotTiming(fields, plan.year) ?? whyNotTarget(fields.target) ?? whyNotBodies(fields, bodies)
  return reason && find(`refusal.${reason.code}`, reason.data)
}
