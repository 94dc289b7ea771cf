import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { fieldsOfItem } from '../contract.ts'
import type { Item, PlanAnswer } from './item-words.ts'
import { ReasonForm } from './reason-form.tsx'
import { usePropose } from './use-propose.ts'

type Part = { key: string; title: string; dueOn: string | null }

/** Proposes several items in the place of one. The first keeps the item's history; what is not asked here stays as it was. */
export function SplitForm({ item, answer, onClose }: { item: Item; answer: PlanAnswer; onClose: () => void }) {
  const fresh = (): Part => ({ key: newId(), title: item.title, dueOn: item.dueOn })
  const [parts, setParts] = useState(() => [fresh(), fresh()])
  const propose = usePropose(answer)
  const set = (key: string, change: Partial<Part>) =>
    setParts(before => before.map(part => (part.key === key ? { ...part, ...change } : part)))
  const fieldsOf = ({ title, dueOn }: Part) => ({ ...fieldsOfItem(item), title, dueOn })
  const inputOf = (reason: string) =>
    propose.inputOf({
      proposalId: newId(),
      item: { itemId: item.id, version: item.version },
      line: { kind: 'split', parts: parts.map(fieldsOf) },
      reason,
    })
  const { year } = answer.plan
  return (
    <ReasonForm
      title={t('plans.split-title', { number: item.position })}
      label={t('plans.reason')}
      submit={t('plans.propose-save')}
      command={propose.command}
      inputOf={inputOf}
      onDone={() => tell(propose.told)}
      onClose={onClose}
    >
      <p className="quiet">{t('plans.split-why')}</p>
      {parts.map((part, index) => (
        <fieldset key={part.key} className="stack split-part">
          <legend>{t('plans.part', { number: index + 1 })}</legend>
          <TextArea label={t('plans.field-title')} required value={part.title} onChange={title => set(part.key, { title })} />
          {item.dueOn && (
            <DateField
              label={t('plans.field-due')}
              required
              value={part.dueOn}
              onChange={dueOn => set(part.key, { dueOn })}
              min={`${year}-01-01`}
              max={`${year}-12-31`}
            />
          )}
        </fieldset>
      ))}
      <div className="row">
        <Button onClick={() => setParts(before => [...before, fresh()])}>{t('plans.part-add')}</Button>
        {parts.length > 2 && (
          <Button look="plain" onClick={() => setParts(before => before.slice(0, -1))}>
            {t('plans.part-remove')}
          </Button>
        )}
      </div>
    </ReasonForm>
  )
}
