import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { tellUndo } from '../../movements/web/tell-undo.ts'
import type { Shown } from './directive-page.tsx'
import { LinkActivityForm, LinkClauseForm } from './link-forms.tsx'

export type Work = Shown['programmes'][number]
type Activity = Work['activities'][number]
type WorkProps = { work: Work; mayLink: boolean }

/** What one programme does under the document: its clauses, and all activities with their total. */
export function ProgrammeWork({ work, mayLink }: WorkProps) {
  const { programme, movements } = work
  const id = `programme-${programme.id}`
  return (
    <section className="card padded stack" aria-labelledby={id}>
      <h2 id={id}>
        <Go to={`/chuong-trinh/${programme.id}`}>{programme.number ?? programme.title}</Go>
      </h2>
      <p className="quiet">{totalText(work)}</p>
      <Clauses work={work} mayLink={mayLink} />
      {movements.length > 0 && (
        <>
          <h3>{t('directives.movements')}</h3>
          <ul className="link-lines">
            {movements.map(one => (
              <li key={one.id}>
                <Go to={`/hoat-dong/phong-trao/${one.id}`}>{one.title}</Go>
              </li>
            ))}
          </ul>
        </>
      )}
      <Activities work={work} mayLink={mayLink} />
    </section>
  )
}

const totalText = ({ clauses, totals }: Work): string =>
  [
    t('directives.total', { clauses: clauses.length, activities: totals.activities }),
    ...totals.units.map(({ unit, value }) => `${printNumber(value)} ${unit}`),
    ...(totals.money > 0 ? [printMoney(totals.money)] : []),
  ].join(' · ')

function Clauses({ work, mayLink }: WorkProps) {
  const { clauses, programme, directiveId } = work
  const [open, setOpen] = useState(false)
  const off = useCommand<object>('directives.unlink-clause')
  const unlink = async (clausePath: string) => {
    const at = { directiveId, clausePath }
    if (await off.send(at)) tellUndo(t('directives.unlinked'), 'directives.link-clause', at)
  }
  return (
    <>
      <h3>{t('directives.clauses')}</h3>
      {clauses.length === 0 && <p className="quiet">{t('directives.clauses-none')}</p>}
      <ul className="link-lines">
        {clauses.map(clause => (
          <li key={clause.path}>
            <span>
              <Go to={`/chuong-trinh/${programme.id}#${encodeURIComponent(clause.path)}`}>{citeClause(clause.path)}</Go>
              <small className="quiet below">
                {clause.text.slice(0, 160)} · {t('directives.items-count', { count: clause.items })}
              </small>
            </span>
            {mayLink && clause.ours && (
              <Button
                look="plain"
                className="no-print"
                aria-label={t('directives.unlink-named', { name: citeClause(clause.path) })}
                onClick={() => void unlink(clause.path)}
              >
                {t('directives.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={off} />
      {mayLink &&
        (open ? (
          <LinkClauseForm work={work} close={() => setOpen(false)} />
        ) : (
          <div className="row no-print">
            <Button onClick={() => setOpen(true)}>{t('directives.link-clause')}</Button>
          </div>
        ))}
    </>
  )
}

function Activities({ work, mayLink }: WorkProps) {
  const { activities, directiveId } = work
  const [open, setOpen] = useState(false)
  const off = useCommand<object>('directives.unlink-activity')
  const unlink = async (activityId: string) => {
    const at = { directiveId, activityId }
    if (await off.send(at)) tellUndo(t('directives.unlinked'), 'directives.link-activity', at)
  }
  return (
    <>
      <h3>{t('directives.activities')}</h3>
      {activities.length === 0 && <p className="quiet">{t('directives.activities-none')}</p>}
      <ul className="link-lines">
        {activities.map(activity => (
          <li key={activity.id}>
            <span>
              <Go to={`/hoat-dong/${activity.id}`}>{activity.title}</Go>
              <small className="quiet below">{aboutOf(activity)}</small>
            </span>
            {mayLink && activity.ours && (
              <Button
                look="plain"
                className="no-print"
                aria-label={t('directives.unlink-named', { name: activity.title })}
                onClick={() => void unlink(activity.id)}
              >
                {t('directives.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={off} />
      {mayLink &&
        (open ? (
          <LinkActivityForm work={work} close={() => setOpen(false)} />
        ) : (
          <div className="row no-print">
            <Button onClick={() => setOpen(true)}>{t('directives.link-activity')}</Button>
          </div>
        ))}
    </>
  )
}

const aboutOf = ({ heldOn, place, owner, count, reach, clausePath }: Activity): string =>
  [
    printDate(heldOn),
    place,
    ...[count, reach].flatMap(amount => (amount ? [`${printNumber(amount.value)} ${amount.unit}`] : [])),
    owner,
    clausePath ? citeClause(clausePath) : t('directives.by-hand'),
  ].join(' · ')
