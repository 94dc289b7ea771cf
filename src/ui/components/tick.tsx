import { t } from '../messages/index.ts'

export type TickState = 'done' | 'going-on' | 'silent' | 'not-due'
export type YearTick = { year: number; state: TickState }

const CLASSES: Record<TickState, string> = { done: 'done', 'going-on': 'going', silent: 'silent', 'not-due': 'not-due' }

/** One small box a year beside a clause; each says its year and state aloud and under the pointer. */
export const Ticks = ({ years }: { years: readonly YearTick[] }) => (
  <ul className="ticks">
    {years.map(({ year, state }) => (
      <Tick key={year} year={year} state={state} />
    ))}
  </ul>
)

function Tick({ year, state }: YearTick) {
  const words = t('part.year-state', { year, state: t(`state.${state}`).toLowerCase() })
  return (
    <li className={`tick ${CLASSES[state]}`} title={words}>
      {state === 'done' && (
        <svg width="9" height="9" viewBox="0 0 9 9" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
          <path d="m1.5 4.5 2 2 4-4.5" />
        </svg>
      )}
      <span className="unseen">{words}</span>
    </li>
  )
}
