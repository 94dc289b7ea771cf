import { printDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { asPosition, Shape } from '../../../ui/components/mark.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { WorkGroup, WorkItem } from '../rules.ts'

/** One group of "Việc của tôi" with its lines. */
export function WorkCard({ group }: { group: WorkGroup }) {
  const hidden = group.total - group.items.length
  return (
    <section className="card work-card" aria-labelledby={`work-${group.key}`}>
      <div className="card-head">
        <h2 id={`work-${group.key}`}>{t(`insight.${group.key}`)}</h2>
        <span className="quiet">{t('insight.group-count', { count: group.total })}</span>
      </div>
      <ul className="lines">
        {group.items.map(item => (
          <WorkLine key={`${item.kind} ${item.id}`} item={item} />
        ))}
        {hidden > 0 && <li className="quiet">{t('insight.more-in-group', { count: hidden })}</li>}
      </ul>
    </section>
  )
}

function WorkLine({ item }: { item: WorkItem }) {
  const step = find(item.step) ?? find(`step.${item.step}`) ?? t('step.open')
  return (
    <li className="work-line">
      <div className="what">
        <div className="work-title">{item.title}</div>
        <div className="quiet small">{item.context}</div>
      </div>
      <span className="mark">
        {item.positions.map(position => (
          <Shape key={position} position={asPosition(position)} duty={item.role === 'support' ? 'support' : 'lead'} />
        ))}
        {t(`part.${item.role}`)}
      </span>
      <ByWhen item={item} />
      <span className="step-place">
        <Go to={item.address} className="button step" aria-label={t('insight.step-for', { step, title: item.title })}>
          {step}
        </Go>
      </span>
    </li>
  )
}

function ByWhen({ item: { dueOn, days } }: { item: WorkItem }) {
  if (!dueOn) return <span className="by-when quiet">{t('insight.no-date')}</span>
  if (days !== null && days < 0) return <span className="by-when late">{t('insight.days-late', { days: -days })}</span>
  if (days === 0) return <b className="by-when">{t('insight.due-today')}</b>
  return <span className="by-when">{t('insight.due-on', { day: printDate(dueOn) })}</span>
}
