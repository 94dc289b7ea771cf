import { dayOf, monthOf } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type GanttProps, standing, stateOf } from './gantt.tsx'
import type { Item } from './item-words.ts'

/** What the line of the year says, month after month, for a narrow screen. */
export function GanttList({ answer, clauses }: GanttProps) {
  const items = standing(clauses).flatMap(clause => clause.items)
  const dated = items.filter(item => item.dueOn !== null).toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!))
  const byMonth = Map.groupBy(dated, item => monthOf(item.dueOn!))
  const parts = [
    ...[...byMonth].map(([month, own]) => ({ title: t('plans.timeline-month-head', { month }), items: own })),
    { title: t('plans.timeline-continuous'), items: items.filter(item => item.timing === 'continuous') },
    { title: t('plans.timeline-no-day'), items: items.filter(item => item.timing === 'undated') },
  ]
  return parts
    .filter(part => part.items.length > 0)
    .map(part => (
      <section key={part.title} className="card">
        <div className="card-head">
          <h2>{part.title}</h2>
        </div>
        <ul className="lines">
          {part.items.map(item => (
            <ListLine key={item.id} item={item} planId={answer.plan.id} />
          ))}
        </ul>
      </section>
    ))
}

const ListLine = ({ item, planId }: { item: Item; planId: string }) => (
  <li>
    <Go to={`/ke-hoach/${planId}#${item.id}`}>{item.title}</Go>
    <div className="row small">
      <span className="quiet">
        {t('plans.item-short', { number: item.position })}
        {item.dueOn && ` · ${t('plans.timeline-day', { day: dayOf(item.dueOn) })}`}
      </span>
      <StateWord state={stateOf(item)} />
    </div>
  </li>
)
