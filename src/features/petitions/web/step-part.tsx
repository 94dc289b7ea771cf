import { useState } from 'react'
import { daysBetween, printDate } from '../../../kernel/dates.ts'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { STEP_KINDS, type StepKind } from '../contract.ts'
import { wordOf } from '../words.ts'
import type { Shown } from './petition-page.tsx'
import { stepName } from './petition-words.ts'
import { StepForm } from './step-forms.tsx'

/** Where a petition stands, with whom, until when; its one next step as the main button, the other steps beside it. */
export function StepPart({ shown }: { shown: Shown }) {
  const { petition: one, next, today, can } = shown
  const [open, setOpen] = useState<StepKind | null>(null)
  const late = one.dueOn === null ? 0 : daysBetween(one.dueOn, today)
  const others = STEP_KINDS.filter(kind => can.steps[kind] && kind !== next)
  return (
    <section className="card padded stack petition-now" aria-label={t('petitions.next')}>
      <div className="row">
        <StateWord state={wordOf(one.state, one.confirmedOn !== null)} />
        {one.closedOn === null && (
          <span>
            {t('petitions.holder')} <b>{one.holder}</b>
          </span>
        )}
        {one.dueOn && (
          <span className={late > 0 ? 'late' : undefined}>
            {t('petitions.due')} {printDate(one.dueOn)}
            {late > 0 && ` · ${t('petitions.days-late', { days: late })}`}
          </span>
        )}
      </div>
      {one.dueBasis && <p className="quiet small">{one.dueBasis}</p>}
      {can.reword && <p className="quiet small">{refusalSentence(can.reword.code)}</p>}
      {next === null && <p className="quiet">{t('petitions.next-none')}</p>}
      {open === null ? (
        <div className="row no-print">
          {next && can.steps[next] && <StepButton kind={next} petitionId={one.id} look="main" open={setOpen} />}
          {next && !can.steps[next] && one.closedOn === null && (
            <span className="quiet">
              {t('petitions.next')}: {stepName(next)}
            </span>
          )}
          {others.map(kind => (
            <StepButton key={kind} kind={kind} petitionId={one.id} look="other" open={setOpen} />
          ))}
        </div>
      ) : (
        <StepForm kind={open} shown={shown} close={() => setOpen(null)} />
      )}
    </section>
  )
}

type ButtonProps = { kind: StepKind; petitionId: string; look: 'main' | 'other'; open: (kind: StepKind) => void }

/** A second letter goes out of the house: its page shows exactly what leaves. */
function StepButton({ kind, petitionId, look, open }: ButtonProps) {
  if (kind === 'urge')
    return (
      <ButtonLink to={`/kien-nghi/${petitionId}/don-doc`} look={look}>
        {stepName(kind)}
      </ButtonLink>
    )
  return (
    <Button look={look} onClick={() => open(kind)}>
      {stepName(kind)}
    </Button>
  )
}
