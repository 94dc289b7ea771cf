import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { amountOf } from '../../../kernel/money.ts'
import { parseNumberText } from '../../../kernel/number-text.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { BudgetFields, Source } from '../budget/contract.ts'
import { whyNotLine } from '../budget/rules.ts'
import { type BudgetAnswer, type Line, quantityText } from './budget-words.ts'

type Written = {
  itemId: string
  content: string
  unit: string
  quantity: string
  times: string
  norm: number | null
  source: Source
  sourceDetail: string
  basis: string
  note: string
}

const written = (line: Line | null, itemId: string | null): Written => ({
  itemId: itemId ?? '',
  content: line?.content ?? '',
  unit: line?.unit ?? '',
  quantity: quantityText(line?.quantity ?? 1),
  times: quantityText(line?.times ?? 1),
  norm: line?.norm ?? null,
  source: line?.source ?? 'own',
  sourceDetail: line?.sourceDetail ?? '',
  basis: line?.basis ?? '',
  note: line?.note ?? '',
})

/** What is sent; null while a number is none. */
function fieldsOf(value: Written): BudgetFields | null {
  const [quantity, times] = [parseNumberText(value.quantity), parseNumberText(value.times)]
  if (quantity === null || times === null || value.norm === null) return null
  return {
    itemId: value.itemId || null,
    content: value.content.trim(),
    unit: value.unit.trim(),
    quantity,
    times,
    norm: value.norm,
    source: value.source,
    sourceDetail: value.source === 'own' ? null : value.sourceDetail.trim() || null,
    basis: value.basis.trim() || null,
    note: value.note.trim() || null,
  }
}

/** The same rules as the server's, said before anything is sent. */
function whyNotSave(fields: BudgetFields | null): string | null {
  if (!fields?.content || !fields.unit) return t('refusal.field.empty')
  const reason = whyNotLine(fields)
  return reason && find(`refusal.${reason.code}`, reason.data)
}

type LineFormProps = { answer: BudgetAnswer; line: Line | null; itemId: string | null; onClose: () => void }

/** One line is written, its amount reckoned while it is typed. */
export function LineForm({ answer, line, itemId, onClose }: LineFormProps) {
  const [value, setValue] = useState(() => written(line, itemId))
  const [problem, setProblem] = useState<string | null>(null)
  const [lineId] = useState(() => line?.id ?? newId())
  const add = useCommand<BudgetFields & { lineId: string; planId: string }>('plans.add-budget-line')
  const change = useCommand<BudgetFields & { lineId: string; version: number }>('plans.change-budget-line')
  const set = (part: Partial<Written>) => setValue(before => ({ ...before, ...part }))
  const fields = fieldsOf(value)
  const save = async () => {
    const reason = whyNotSave(fields)
    setProblem(reason)
    if (reason || !fields) return
    const sent = line
      ? await change.send({ lineId, version: line.version, ...fields })
      : await add.send({ lineId, planId: answer.plan.id, ...fields })
    if (!sent) return
    const told = { content: fields.content, amount: amountOf(fields) }
    tell(line ? t('plans.budget-saved', told) : t('plans.budget-added', told))
    onClose()
  }
  return (
    <Dialog title={line ? t('plans.budget-edit-title') : t('plans.budget-add')} onClose={onClose}>
      <Form
        onSubmit={() => void save()}
        submit={line ? t('plans.budget-save') : t('plans.budget-save-add')}
        busy={[add.state, change.state].includes('sending')}
      >
        <ItemField answer={answer} value={value.itemId} onChange={chosen => set({ itemId: chosen })} />
        <TextField label={t('plans.budget-content')} required value={value.content} onChange={content => set({ content })} />
        <AmountFields value={value} set={set} />
        <p role="status">
          <b>{t('plans.budget-amount-now', { amount: fields && whyNotLine(fields) === null ? amountOf(fields) : null })}</b>
        </p>
        <SourceFields value={value} set={set} />
        <TextField
          label={t('plans.budget-basis')}
          help={t('plans.budget-basis-help')}
          value={value.basis}
          onChange={basis => set({ basis })}
        />
        <TextField label={t('plans.budget-note')} value={value.note} onChange={note => set({ note })} />
        {problem && (
          <p className="message bad" role="alert">
            {problem}
          </p>
        )}
        <Problem of={line ? change : add} />
      </Form>
    </Dialog>
  )
}

type ItemFieldProps = { answer: BudgetAnswer; value: string; onChange: (itemId: string) => void }

/** Items of the plan; one that was left out is offered only where the line stands under it. */
function ItemField({ answer, value, onChange }: ItemFieldProps) {
  const choices = answer.items
    .filter(item => !item.dropped || item.id === value)
    .map(item => ({
      value: item.id,
      label: t('plans.budget-item-choice', { number: item.position, title: item.title.slice(0, 90) }),
    }))
  return (
    <SelectField
      label={t('plans.budget-item')}
      empty={t('plans.budget-common')}
      value={value}
      onChange={onChange}
      choices={choices}
    />
  )
}

type PartProps = { value: Written; set: (part: Partial<Written>) => void }

function AmountFields({ value, set }: PartProps) {
  return (
    <>
      <TextField
        label={t('plans.budget-unit')}
        help={t('plans.budget-unit-help')}
        required
        short
        value={value.unit}
        onChange={unit => set({ unit })}
      />
      <TextField
        label={t('plans.budget-quantity')}
        required
        short
        inputMode="numeric"
        value={value.quantity}
        onChange={quantity => set({ quantity })}
      />
      <TextField
        label={t('plans.budget-times')}
        help={t('plans.budget-times-help')}
        required
        short
        inputMode="numeric"
        value={value.times}
        onChange={times => set({ times })}
      />
      <NumberField label={t('plans.budget-norm')} required value={value.norm} onChange={norm => set({ norm })} />
    </>
  )
}

function SourceFields({ value, set }: PartProps) {
  const choices = [
    { value: 'own' as const, label: t('plans.budget-source-own') },
    { value: 'ntp' as const, label: t('plans.budget-source-ntp') },
    { value: 'other' as const, label: t('plans.budget-source-other') },
  ]
  return (
    <>
      <SelectField
        label={t('plans.budget-source')}
        empty={null}
        value={value.source}
        onChange={source => set({ source })}
        choices={choices}
      />
      {value.source !== 'own' && (
        <TextField
          label={value.source === 'ntp' ? t('plans.budget-detail-ntp') : t('plans.budget-detail-other')}
          required
          value={value.sourceDetail}
          onChange={sourceDetail => set({ sourceDetail })}
        />
      )}
    </>
  )
}
