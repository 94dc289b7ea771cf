import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ItemFields } from '../../plans/contract.ts'
import { useClauseChoices } from './clause-choices.ts'
import type { Conclusion, MeetingAnswer } from './types.ts'

/** What `plans.list` tells; a screen cannot know the features above its own. */
type Plan = { id: string; year: number; state: string }
type Plans = { programmes: { id: string; plans: Plan[] }[] }
type ToPlanProps = { answer: MeetingAnswer; conclusion: Conclusion; onClose: () => void }

/** Takes a conclusion over into a year's plan: an item of the own draft, or a proposal for a plan that both hold. */
export function ToPlanDialog({ answer, conclusion, onClose }: ToPlanProps) {
  const found = useAnswer<Plans>('plans.list', { programmeId: answer.programme.id })
  return (
    <Dialog title={t('groups.to-plan-title')} onClose={onClose}>
      <p>{conclusion.text}</p>
      <Answered of={found}>
        {({ programmes }) => {
          const plans = programmes[0]?.plans ?? []
          return plans.length > 0 ? (
            <PlanForm answer={answer} conclusion={conclusion} plans={plans} onClose={onClose} />
          ) : (
            <p className="quiet">{t('groups.to-plan-none')}</p>
          )
        }}
      </Answered>
    </Dialog>
  )
}

/** As an item is written: a day within the year, or none. */
const itemOf = (conclusion: Conclusion, year: number): ItemFields => {
  const due = conclusion.dueOn?.startsWith(String(year)) ? conclusion.dueOn : null
  return {
    title: conclusion.text,
    timing: due ? 'due' : 'undated',
    startsOn: null,
    dueOn: due,
    occasion: null,
    leadBodies: [conclusion.leadBody],
    supportBodies: conclusion.supportBodies,
    others: [],
    audience: null,
    places: null,
    target: null,
    product: null,
  }
}

/** Takes the item, or the proposal of it, out of the plan again and forgets the link, within ten seconds. */
const undoOf = (conclusionId: string, entryId: string, own: boolean) => async () => {
  if (own) await sendCommand('plans.drop-item', { itemId: entryId, version: 1, reason: t('groups.to-plan-undone') })
  else await sendCommand('plans.withdraw-proposal', { proposalId: entryId, version: 1 })
  await sendCommand('groups.unlink-conclusion', { conclusionId, entryId })
  await refresh(['groups', 'plans.', 'insight.'])
}

function PlanForm({ answer, conclusion, plans, onClose }: ToPlanProps & { plans: Plan[] }) {
  const wanted = (conclusion.dueOn ?? answer.today).slice(0, 4)
  const [planId, setPlanId] = useState((plans.find(plan => String(plan.year) === wanted) ?? plans[0])?.id ?? '')
  const [clausePath, setClausePath] = useState(conclusion.clausePath ?? '')
  const clauses = useClauseChoices(answer.programme.id)
  const adding = useCommand<object>('plans.add-item')
  const proposing = useCommand<object>('plans.propose-line')
  const linking = useCommand<object>('groups.link-conclusion')
  const plan = plans.find(one => one.id === planId)
  const command = plan?.state === 'private' ? adding : proposing
  const save = async () => {
    if (!plan) return
    const [entryId, fields] = [newId(), itemOf(conclusion, plan.year)]
    const reason = t('groups.to-plan-reason', { day: printDate(answer.meeting.heldOn) })
    const sent =
      plan.state === 'private'
        ? await adding.send({ itemId: entryId, planId, clausePath, ...fields })
        : await proposing.send({ proposalId: entryId, planId, item: null, line: { kind: 'add', clausePath, fields }, reason })
    if (!sent || !(await linking.send({ conclusionId: conclusion.id, planId, entryId }))) return
    tell(t('groups.to-plan-done'), undoOf(conclusion.id, entryId, plan.state === 'private'))
    onClose()
  }
  return (
    <Form submit={t('groups.to-plan')} busy={[command.state, linking.state].includes('sending')} onSubmit={() => void save()}>
      <SelectField
        label={t('groups.to-plan-year')}
        help={t(plan?.state === 'private' ? 'groups.to-plan-help-private' : 'groups.to-plan-help-shared')}
        empty={null}
        value={planId}
        onChange={setPlanId}
        choices={plans.map(one => ({ value: one.id, label: String(one.year) }))}
      />
      <SelectField
        label={t('groups.field-clause')}
        help={t('groups.to-plan-clause')}
        required
        value={clausePath}
        onChange={setClausePath}
        choices={clauses}
      />
      <Problem of={command} />
      <Problem of={linking} />
    </Form>
  )
}
