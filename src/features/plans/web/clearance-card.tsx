import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PlanAnswer } from './item-words.ts'
import { ReasonForm } from './reason-form.tsx'

type Clearance = NonNullable<PlanAnswer['clearance']>

/** Inside the own side: what was submitted, what the leader said of it. Never seen by anybody else. */
export function ClearanceCard({ answer }: { answer: PlanAnswer }) {
  const { clearance, can } = answer
  const leads = me().roles.includes('leader')
  if (!clearance && !(can.submit && !leads)) return null
  return (
    <section className="card padded stack clearance no-print" aria-label={t('plans.clearance')}>
      <h2>{t('plans.clearance')}</h2>
      {clearance && <ClearanceWords clearance={clearance} />}
      {clearance && <Decide clearance={clearance} year={answer.plan.year} />}
      {can.submit && !leads && <Submit answer={answer} />}
    </section>
  )
}

function ClearanceWords({ clearance }: { clearance: Clearance }) {
  const { state, submittedBy, submittedOn, decidedBy, instruction, dueOn, fresh } = clearance
  const who = { name: submittedBy ?? '', day: submittedOn }
  return (
    <>
      {state === 'submitted' && <p>{t('plans.was-submitted', who)}</p>}
      {state === 'cleared' && <p>{t('plans.was-cleared', { name: decidedBy ?? '' })}</p>}
      {state === 'returned' && (
        <>
          <p>
            {t('plans.instruction-of', { name: decidedBy ?? '' })} <b className="paper-text">{instruction}</b>
          </p>
          {dueOn && <p>{t('plans.instruction-due', { day: printDate(dueOn) })}</p>}
        </>
      )}
      {state !== 'returned' && !fresh && <p className="quiet small">{t('plans.changed-since')}</p>}
    </>
  )
}

function Submit({ answer: { plan, outgoing } }: { answer: PlanAnswer }) {
  const submit = useCommand<{ clearanceId: string; planId: string }>('plans.submit-plan')
  const send = async () => {
    if (await submit.send({ clearanceId: newId(), planId: plan.id })) tell(t('plans.submitted'))
  }
  return (
    <div className="row">
      <Button look="main" busy={submit.state === 'sending'} onClick={() => void send()}>
        {t('plans.submit')}
      </Button>
      <span className="quiet small">{outgoing && t(`plans.submit-${outgoing.step}`)}</span>
      <Problem of={submit} />
    </div>
  )
}

function Decide({ clearance, year }: { clearance: Clearance; year: number }) {
  const [returning, setReturning] = useState(false)
  const clear = useCommand<{ clearanceId: string; version: number }>('plans.clear-submission')
  const { id: clearanceId, version, can } = clearance
  const pass = async () => {
    if (await clear.send({ clearanceId, version })) tell(t('plans.cleared'))
  }
  if (!can.return) return null
  return (
    <div className="row">
      {can.clear && (
        <Button busy={clear.state === 'sending'} onClick={() => void pass()}>
          {t('plans.clear')}
        </Button>
      )}
      <Button onClick={() => setReturning(true)}>{t('plans.instruct')}</Button>
      <Problem of={clear} />
      {returning && <Instruct clearance={clearance} year={year} onClose={() => setReturning(false)} />}
    </div>
  )
}

function Instruct({ clearance, year, onClose }: { clearance: Clearance; year: number; onClose: () => void }) {
  const [dueOn, setDueOn] = useState<string | null>(null)
  const back = useCommand('plans.return-submission')
  return (
    <ReasonForm
      title={t('plans.instruct-title', { year })}
      label={t('plans.instruction')}
      submit={t('plans.instruct')}
      command={back}
      inputOf={instruction => ({ clearanceId: clearance.id, version: clearance.version, instruction, dueOn })}
      onDone={() => tell(t('plans.instructed'))}
      onClose={onClose}
      more={<DateField label={t('plans.instruction-day')} value={dueOn} onChange={setDueOn} />}
    >
      <p className="quiet">{t('plans.internal-note')}</p>
    </ReasonForm>
  )
}
