import { citeClause } from '../../../kernel/cite-clause.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { type State, StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Line, MonthHeads } from './gantt-line.tsx'
import { type Item, type PlanAnswer, timeWords } from './item-words.ts'

export type GanttProps = { answer: PlanAnswer; clauses: PlanAnswer['clauses'] }

/** Items without those left out: a line for work that is not done would say it is. */
export const standing = (clauses: PlanAnswer['clauses']): PlanAnswer['clauses'] =>
  clauses
    .map(clause => ({ ...clause, items: clause.items.filter(item => item.droppedReason === null) }))
    .filter(clause => clause.items.length > 0)

export const stateOf = (item: Item): State => (item.progress.state === 'dropped' ? 'not-due' : item.progress.state)

/** The year on a line: a table whose fourth column is drawn, so that it is read aloud and printed as it stands. */
export function Gantt({ answer, clauses }: GanttProps) {
  const { plan, parties, today } = answer
  return (
    <div className="table-place">
      <table className="table gantt">
        <caption className="unseen">{t('plans.timeline-caption', { year: plan.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plans.number')}</th>
            <th scope="col">{t('plans.item-title')}</th>
            <th scope="col">{t('plans.timeline-sides')}</th>
            <th scope="col" className="gantt-place">
              <span className="unseen">{t('plans.when')}</span>
              <MonthHeads year={plan.year} />
            </th>
            <th scope="col">{t('plans.progress')}</th>
          </tr>
        </thead>
        {standing(clauses).map(clause => (
          <tbody key={clause.path}>
            <tr className="clause-row">
              <th scope="rowgroup" colSpan={5}>
                <Go to={`/chuong-trinh/${plan.programmeId}#${encodeURIComponent(clause.path)}`}>{citeClause(clause.path)}</Go>
              </th>
            </tr>
            {clause.items.map(item => (
              <tr key={item.id}>
                <td>{item.position}</td>
                <td>
                  <Go to={`/ke-hoach/${plan.id}#${item.id}`}>{item.title}</Go>
                </td>
                <td>
                  <Sides item={item} parties={parties} />
                </td>
                <td className="gantt-place">
                  <Line item={item} year={plan.year} today={today} />
                  <span className={item.timing === 'undated' ? 'gantt-words quiet' : 'unseen'}>{timeWords(item)}</span>
                </td>
                <td>
                  <StateWord state={stateOf(item)} />
                  {item.progressText && <div className="quiet small">{item.progressText}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** The marks alone: the names stand in the legend, and in words for who does not see them. */
function Sides({ item, parties }: { item: Item; parties: PlanAnswer['parties'] }) {
  const shown = parties.filter(party => [...item.leadBodies, ...item.supportBodies].includes(party.bodyId))
  return (
    <span className="marks gantt-marks">
      {shown.map(party => (
        <Mark
          key={party.bodyId}
          position={party.position}
          duty={item.leadBodies.includes(party.bodyId) ? 'lead' : 'support'}
          name={party.shortName}
          bare
        />
      ))}
    </span>
  )
}
