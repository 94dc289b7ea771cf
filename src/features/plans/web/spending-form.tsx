import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { whyNotSpend } from '../budget/rules.ts'
import type { BudgetAnswer, Line } from './budget-words.ts'

type Spent = { amount: number; spentOn: string; note: string | null; activityId: string | null }
type SpendingProps = { answer: BudgetAnswer; line: Line; onClose: () => void }

/** What was spent on a line: what is recorded, and one more. */
export function SpendingForm({ answer, line, onClose }: SpendingProps) {
  return (
    <Dialog title={t('plans.spend-title')} onClose={onClose}>
      <p>{line.content}</p>
      <p className="quiet">
        {t('plans.budget-estimate')}: {printMoney(line.amount)} · {t('plans.budget-spent')}: {printMoney(line.spent)} ·{' '}
        {t('plans.budget-left')}: {printMoney(line.left)}
      </p>
      {line.spendings.length > 0 && (
        <section aria-label={t('plans.spend-list')}>
          <b>{t('plans.spend-list')}</b>
          <ul className="lines">
            {line.spendings.map(spending => (
              <SpendingLine key={spending.id} answer={answer} spending={spending} />
            ))}
          </ul>
        </section>
      )}
      <NewSpending answer={answer} line={line} onDone={onClose} />
    </Dialog>
  )
}

function SpendingLine({ answer, spending }: { answer: BudgetAnswer; spending: Line['spendings'][number] }) {
  const remove = useCommand<{ spendingId: string }>('plans.remove-spending')
  const { amount, spentOn, note, activityId } = spending
  const activity = answer.activities.find(one => one.id === activityId)
  const press = async () => {
    if (await remove.send({ spendingId: spending.id })) tell(t('plans.spend-removed', { amount }))
  }
  return (
    <li>
      <div className="row">
        <span>
          {printDate(spentOn)} · <b>{printMoney(amount)}</b>
          {note && <span className="quiet"> · {note}</span>}
        </span>
        <Button
          look="plain"
          busy={remove.state === 'sending'}
          onClick={() => void press()}
          aria-label={t('plans.spend-remove-of', { amount, day: spentOn })}
        >
          {t('plans.spend-remove')}
        </Button>
      </div>
      {activity && <div className="quiet small">{activity.title}</div>}
      <Problem of={remove} />
    </li>
  )
}

function NewSpending({ answer, line, onDone }: { answer: BudgetAnswer; line: Line; onDone: () => void }) {
  const [spendingId] = useState(() => newId())
  const [amount, setAmount] = useState<number | null>(null)
  const [spentOn, setSpentOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [activityId, setActivityId] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const record = useCommand<Spent & { spendingId: string; lineId: string }>('plans.record-spending')
  const { spendingDays, today, plan } = answer
  const save = async () => {
    if (amount === null || spentOn === null) {
      setProblem(t('refusal.field.empty'))
      return
    }
    const reason = whyNotSpend({ amount, spentOn }, plan.year, today)
    setProblem(reason && find(`refusal.${reason.code}`, reason.data))
    if (reason) return
    const spent = { amount, spentOn, note: note.trim() || null, activityId: activityId || null }
    if (!(await record.send({ spendingId, lineId: line.id, ...spent }))) return
    tell(t('plans.spend-saved', { amount }))
    onDone()
  }
  return (
    <Form onSubmit={() => void save()} submit={t('plans.spend-save')} busy={record.state === 'sending'}>
      <NumberField label={t('plans.spend-amount')} required value={amount} onChange={setAmount} />
      <DateField
        label={t('plans.spend-on')}
        required
        value={spentOn}
        onChange={setSpentOn}
        min={spendingDays.from}
        max={today < spendingDays.to ? today : spendingDays.to}
      />
      <TextField label={t('plans.spend-note')} value={note} onChange={setNote} />
      {answer.activities.length > 0 && (
        <SelectField
          label={t('plans.spend-activity')}
          empty={t('plans.spend-no-activity')}
          value={activityId}
          onChange={setActivityId}
          choices={answer.activities.map(one => ({
            value: one.id,
            label: `${printDate(one.heldOn)}: ${one.title.slice(0, 80)}`,
          }))}
        />
      )}
      {problem && (
        <p className="message bad" role="alert">
          {problem}
        </p>
      )}
      <Problem of={record} />
    </Form>
  )
}
