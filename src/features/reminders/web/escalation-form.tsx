import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { NumberField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { changeEscalation } from '../commands/change-escalation.ts'

/** A leader sets after how many days the leaders of the own body hear of it. */
export function EscalationForm({ days: before, version }: { days: number; version: number | null }) {
  const change = useCommand<InputOf<typeof changeEscalation>>('reminders.change-escalation')
  const [days, setDays] = useState<number | null>(before)
  const required = useRequired({ days })
  const save = async () => {
    if (!required.check() || days === null || !(await change.send({ version, days }))) return
    tell(t('reminders.escalation-saved', { days }))
  }
  return (
    <Form onSubmit={() => void save()} submit={t('reminders.escalation-save')} busy={change.state === 'sending'}>
      <NumberField
        label={t('reminders.field-escalation')}
        unit={t('reminders.days')}
        required
        value={days}
        onChange={setDays}
        problem={required.problemOf('days') ?? change.problemAt('days')}
      />
      <Problem of={change} />
    </Form>
  )
}
