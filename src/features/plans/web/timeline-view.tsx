import './timeline.css'
import { Mark } from '../../../ui/components/mark.tsx'
import { useNarrow } from '../../../ui/components/use-narrow.ts'
import { usePrinting } from '../../../ui/components/use-printing.ts'
import { t } from '../../../ui/messages/index.ts'
import { Gantt, type GanttProps } from './gantt.tsx'
import { Swatch } from './gantt-line.tsx'
import { GanttList } from './gantt-list.tsx'
import { todayShare } from './timeline.ts'

/** The plan against its year: drawn where there is room, else told month after month. */
export function TimelineView(props: GanttProps) {
  const [narrow, printing] = [useNarrow(), usePrinting()]
  if (narrow && !printing) return <GanttList {...props} />
  return (
    <>
      <Hatch />
      <Gantt {...props} />
      <Legend answer={props.answer} />
    </>
  )
}

/** What is going on is hatched, so that it is told from what is done without colour. */
const Hatch = () => (
  <svg width="0" height="0" className="gantt-hatch" aria-hidden="true">
    <pattern id="gantt-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="gantt-hatch-ground" width="6" height="6" />
      <rect className="gantt-hatch-line" width="3" height="6" />
    </pattern>
  </svg>
)

const STATES = ['not-due', 'to-do', 'going-on', 'done', 'late'] as const

function Legend({ answer: { parties, plan, today } }: Pick<GanttProps, 'answer'>) {
  return (
    <section className="gantt-legend small" aria-label={t('plans.timeline-legend')}>
      {STATES.map(state => (
        <span key={state} className="mark">
          <Swatch kind="span" state={state} /> {t(`state.${state}`)}
        </span>
      ))}
      <span className="mark">
        <Swatch kind="day" state="to-do" /> {t('plans.timeline-kind-day')}
      </span>
      <span className="mark">
        <Swatch kind="months" state="going-on" /> {t('plans.timeline-kind-months')}
      </span>
      {todayShare(today, plan.year) !== null && (
        <span className="mark">
          <svg width="10" height="18" className="gantt-line" aria-hidden="true">
            <line className="gantt-today" x1="5" x2="5" y1="0" y2="18" />
          </svg>
          {t('plans.timeline-today', { day: today })}
        </span>
      )}
      {parties.flatMap(party =>
        (['lead', 'support'] as const).map(duty => (
          <Mark key={`${party.bodyId} ${duty}`} position={party.position} duty={duty} name={party.shortName} showRole />
        )),
      )}
    </section>
  )
}
