import { useState } from 'react'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { carryItems } from '../commands/carry-items.ts'
import type { Carry } from '../contract.ts'
import { CarryChoice, type Unfinished, useCarry } from './carry-choice.tsx'
import type { PlanAnswer } from './item-words.ts'

/** Where the earlier plan left something unfinished that this one does not go on with: says so, and offers to. */
export function CarryOffer({ answer }: { answer: PlanAnswer }) {
  const { id: planId, programmeId, year } = answer.plan
  const [open, setOpen] = useState(false)
  const enabled = answer.can.change || answer.can.propose
  const { data } = useAnswer<Unfinished>('plans.unfinished', { programmeId, year, planId }, { enabled })
  if (!data?.earlier || data.items.length === 0) return null
  return (
    <div className="message row no-print">
      <span>{t('plans.carry-offer', { year: data.earlier.year, count: data.items.length })}</span>
      <Button onClick={() => setOpen(true)}>{t('plans.carry')}</Button>
      {open && <CarryForm answer={answer} of={data} onClose={() => setOpen(false)} />}
    </div>
  )
}

function CarryForm({ answer, of, onClose }: { answer: PlanAnswer; of: Unfinished; onClose: () => void }) {
  const { plan, can } = answer
  const state = useCarry(of)
  const [missing, setMissing] = useState(false)
  const send = useCommand<Carry & { planId: string }, ResultOf<typeof carryItems>>('plans.carry-items')
  const count = state.chosen.size
  const save = async () => {
    const lacks = count === 0 || state.reason.trim() === ''
    setMissing(lacks)
    if (lacks) return
    const sent = await send.send({ planId: plan.id, ...state.carry() })
    if (!sent) return
    tell(t(sent.answer.proposed ? 'plans.carry-proposed' : 'plans.carry-done', { count: sent.answer.carried }))
    onClose()
  }
  return (
    <Dialog title={t('plans.carry-title', { from: of.earlier!.year, to: plan.year })} onClose={onClose}>
      {!can.change && <p className="message">{t('plans.propose-note')}</p>}
      <Form
        onSubmit={() => void save()}
        submit={t(can.change ? 'plans.carry-save' : 'plans.carry-propose', { count })}
        busy={send.state === 'sending'}
      >
        <CarryChoice of={of} year={plan.year} state={state} missing={missing} />
        {missing && count === 0 && (
          <p className="message bad" role="alert">
            {t('plans.carry-choose')}
          </p>
        )}
        <Problem of={send} />
      </Form>
    </Dialog>
  )
}
