import { useState } from 'react'
import { daysBetween, printDate } from '../../../kernel/dates.ts'
import { Button } from '../../../ui/components/button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { STEP_KINDS, type StepKind } from '../contract.ts'
import { STEP_NAMES } from '../words.ts'
import { StepForm } from './step-form.tsx'
import type { Shown } from './supervision-fields.ts'

/** Where it stands, with whom, until when; its one next step as the main button. */
export function StepPart({ shown }: { shown: Shown }) {
  const { supervision: one, next, today, can } = shown
  const [open, setOpen] = useState<StepKind | null>(null)
  const late = one.dueOn === null ? 0 : daysBetween(one.dueOn, today)
  const possible = STEP_KINDS.filter(kind => can.steps[kind])
  return (
    <section className="card padded stack" aria-label={t('supervision.next')}>
      <div className="row">
        <StateWord state={one.state} />
        {one.closedOn === null && (
          <span>
            {t('supervision.holder')} <b>{one.holder}</b>
          </span>
        )}
        {one.dueOn && (
          <span className={late > 0 ? 'late' : undefined}>
            {t('supervision.due')} {printDate(one.dueOn)}
            {late > 0 && ` · ${t('supervision.days-late', { days: late })}`}
          </span>
        )}
      </div>
      {one.dueBasis && <p className="quiet small">{one.dueBasis}</p>}
      {open === null ? (
        <div className="row no-print">
          {possible.map(kind => (
            <Button key={kind} look={kind === next ? 'main' : 'other'} onClick={() => setOpen(kind)}>
              {STEP_NAMES[kind]}
            </Button>
          ))}
          {next && !can.steps[next] && (
            <span className="quiet">
              {t('supervision.next')}: {STEP_NAMES[next]}
            </span>
          )}
        </div>
      ) : (
        <StepForm kind={open} shown={shown} close={() => setOpen(null)} />
      )}
    </section>
  )
}
