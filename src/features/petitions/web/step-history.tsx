import { printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Channel } from '../contract.ts'
import { CHANNEL_NAMES, ORIGIN_NAMES } from '../words.ts'
import type { Shown } from './petition-page.tsx'
import { doneName } from './petition-words.ts'

type Step = Shown['steps'][number]

/** The way a petition has gone, from its receipt. For the unit that handles it. */
export function StepHistory({ shown: { petition: one, steps, content } }: { shown: Shown }) {
  if (!content && steps.length === 0) return null
  return (
    <section className="card padded stack" aria-labelledby="history">
      <h2 id="history">{t('petitions.history')}</h2>
      <ol className="petition-steps">
        <li>
          <span className="quiet">{printDate(one.receivedOn)}</span>
          <span>
            <b>{t('petitions.history-received')}</b> · {ORIGIN_NAMES[one.origin]}
          </span>
        </li>
        {steps.map(step => (
          <li key={step.id}>
            <span className="quiet">{printDate(step.day)}</span>
            <span>
              <b>{doneName(step.kind, step.settled)}</b>
              {detailsOf(step).map(detail => ` · ${detail}`)}
              {step.summary && <span className="petition-said">{step.summary}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function detailsOf(step: Step): string[] {
  const paper =
    step.paperNumber && step.paperDate ? t('petitions.paper', { number: step.paperNumber, day: step.paperDate }) : null
  const where = step.onSpot === null ? null : t(step.onSpot ? 'petitions.on-spot' : 'petitions.not-on-spot')
  const to = step.kind === 'route-out' ? CHANNEL_NAMES[step.addressee as Channel] : step.addressee
  const due = step.dueOn ? t('petitions.history-due', { day: step.dueOn }) : null
  return [to, paper, where, step.byUnit, due].filter(part => part !== null && part !== undefined)
}
