import { type IsoDate, isoDate, lastDay, yearOf } from '../../../kernel/dates.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { MonthDay, month } from '../../calendar/queries.ts'
import { Agenda } from '../../calendar/web/agenda.tsx'
import { MonthGrid } from '../../calendar/web/month-grid.tsx'
import { type MonthName, monthAfter, monthWord, parseMonth, weeksAround } from '../../calendar/web/month-words.ts'
import { type GanttProps, standing, stateOf } from './gantt.tsx'
import type { Item } from './item-words.ts'

type Due = MonthDay['deadlines'][number]

/** The dated items of the plan on a wall calendar, and under it day by day. */
export function PlanCalendar({ answer, clauses }: GanttProps) {
  const { plan, today } = answer
  const [word, setWord] = useAddressWord('thang')
  const start = yearOf(today) === plan.year ? today : isoDate(plan.year, 1, 1)
  const name = parseMonth(word, start)
  const found = useAnswer<AnswerOf<ReturnType<typeof month>>>('calendar.month', weeksAround(name))
  useScrollToAnchor(found.isSuccess)
  const items = standing(clauses).flatMap(clause => clause.items)
  const byDay = Map.groupBy(
    items.filter(item => item.dueOn !== null),
    item => item.dueOn!,
  )
  const linkOf = (due: Due) => <ItemLink item={items.find(item => item.id === due.id)!} planId={plan.id} />
  const [first, last] = [isoDate(name.year, name.month, 1), lastDay(name.year, name.month)]
  return (
    <>
      <MonthBar name={name} year={plan.year} onMonth={setWord} />
      <Answered of={found}>
        {({ days }) => {
          const ours = days.map(day => ({ ...day, deadlines: (byDay.get(day.date) ?? []).map(asDue) }))
          const within = ours.filter(day => day.date >= first && day.date <= last)
          return (
            <>
              <MonthGrid name={name} today={today} days={ours} linkOf={linkOf} />
              <Agenda name={name} today={today} days={within} linkOf={linkOf} />
            </>
          )
        }}
      </Answered>
      <Elsewhere items={items} />
    </>
  )
}

function asDue(item: Item): Due {
  const own = me().body.id
  const role = item.leadBodies.includes(own) ? 'lead' : 'support'
  const { id, title } = item
  const about = { kind: 'plan-item', address: '', step: 'step.open-plan', waits: 'us' as const }
  return { ...about, id, title, context: item.progressText, dueOn: item.dueOn as IsoDate, role }
}

const ItemLink = ({ item, planId }: { item: Item; planId: string }) => (
  <div className="plan-day-item">
    <Go to={`/ke-hoach/${planId}#${item.id}`} className="day-due" title={item.title}>
      <span>{t('plans.calendar-item', { number: item.position, title: item.title })}</span>
    </Go>
    <StateWord state={stateOf(item)} />
  </div>
)

type MonthBarProps = { name: MonthName; year: number; onMonth: (word: string) => void }

/** The months of the plan's year, one after the other. */
function MonthBar({ name, year, onMonth }: MonthBarProps) {
  const step = (count: number, words: string) => {
    const to = monthAfter(name, count)
    return to.year === year && <Button onClick={() => onMonth(monthWord(to))}>{words}</Button>
  }
  return (
    <div className="row month-bar">
      <h2 aria-live="polite">{t('calendar.month-title', name)}</h2>
      <div className="row no-print">
        {step(-1, t('calendar.before'))}
        {step(1, t('calendar.after'))}
      </div>
    </div>
  )
}

function Elsewhere({ items }: { items: readonly Item[] }) {
  const count = (timing: Item['timing']) => items.filter(item => item.timing === timing).length
  const [continuous, undated] = [count('continuous'), count('undated')]
  return continuous + undated > 0 && <p className="quiet small">{t('plans.calendar-undated', { continuous, undated })}</p>
}
