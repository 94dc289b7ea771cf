import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { draftPlan } from '../commands/draft-plan.ts'
import type { Carry } from '../contract.ts'
import { CarryChoice, type Unfinished, useCarry } from './carry-choice.tsx'

type DraftInput = { planId: string; programmeId: string; year: number; carry: Carry | null }
type DraftYearProps = { programmeId: string; year: number; look: 'main' | 'other' }

function useDraft({ programmeId, year }: DraftYearProps) {
  const go = useGo()
  const draft = useCommand<DraftInput, ResultOf<typeof draftPlan>>('plans.draft-plan')
  const start = async (carry: Carry | null) => {
    const sent = await draft.send({ planId: newId(), programmeId, year, carry })
    if (!sent) return
    tell(t('plans.drafted', { year, count: sent.answer.items }))
    go(`/ke-hoach/${sent.answer.planId}`)
  }
  return { draft, start }
}

/** Drafts a year at one press; where the year before left something unfinished, asks first what is gone on with. */
export function DraftYear(props: DraftYearProps) {
  const { programmeId, year, look } = props
  const [open, setOpen] = useState(false)
  const { draft, start } = useDraft(props)
  const { data } = useAnswer<Unfinished>('plans.unfinished', { programmeId, year })
  const left = data?.earlier ? data : null
  return (
    <>
      <Problem of={draft} />
      <div className="row">
        <Button
          look={look}
          busy={draft.state === 'sending'}
          onClick={() => (left && left.items.length > 0 ? setOpen(true) : void start(null))}
        >
          {t('plans.draft-year', { year })}
        </Button>
      </div>
      {open && left && <DraftDialog {...props} of={left} onClose={() => setOpen(false)} />}
    </>
  )
}

function DraftDialog({ of, onClose, ...props }: DraftYearProps & { of: Unfinished; onClose: () => void }) {
  const { year } = props
  const state = useCarry(of)
  const [missing, setMissing] = useState(false)
  const { draft, start } = useDraft(props)
  const count = state.chosen.size
  const save = () => {
    const lacks = count > 0 && state.reason.trim() === ''
    setMissing(lacks)
    if (!lacks) void start(count > 0 ? state.carry() : null)
  }
  return (
    <Dialog title={t('plans.draft-year', { year })} onClose={onClose}>
      <p>{t('plans.carry-offer', { year: of.earlier!.year, count: of.items.length })}</p>
      <Form
        onSubmit={save}
        submit={count > 0 ? t('plans.draft-with', { count }) : t('plans.draft-without')}
        busy={draft.state === 'sending'}
      >
        <CarryChoice of={of} year={year} state={state} missing={missing} />
        <Problem of={draft} />
      </Form>
    </Dialog>
  )
}
