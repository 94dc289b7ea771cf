import { type ReactNode, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './directive-page.tsx'
import { LinkActivityForm, LinkClauseForm } from './link-forms.tsx'

export type Work = Shown['programmes'][number]
/** What can be linked to a document. */
export type Part = 'clause' | 'activity'
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

const Clauses = ({ work, mayLink }: WorkProps) => (
  <LinkedPart
    part="clause"
    mayLink={mayLink}
    lines={work.clauses.map(({ path, text, items, ours }) => ({
      key: path,
      name: citeClause(path),
      to: `/chuong-trinh/${work.programme.id}#${encodeURIComponent(path)}`,
      about: `${text.slice(0, 160)} · ${t('directives.items-count', { count: items })}`,
      ours,
      at: { directiveId: work.directiveId, clausePath: path },
    }))}
    work={work}
    Form={LinkClauseForm}
  />
)

const Activities = ({ work, mayLink }: WorkProps) => (
  <LinkedPart
    part="activity"
    hidden={work.totals.activities - work.activities.length}
    mayLink={mayLink}
    lines={work.activities.map(activity => ({
      key: activity.id,
      name: activity.title,
      to: `/hoat-dong/${activity.id}`,
      about: aboutOf(activity),
      ours: activity.ours,
      at: { directiveId: work.directiveId, activityId: activity.id },
    }))}
    work={work}
    Form={LinkActivityForm}
  />
)

type LinkedProps = {
  part: Part
  mayLink: boolean
  /** How many are not listed. */
  hidden?: number
  lines: { key: string; name: string; to: string; about: string; ours: boolean; at: object }[]
  work: Work
  Form: (props: { work: Work; close: () => void }) => ReactNode
}

/** What carries the document out, each with its way out where it was linked here, and the form that links another. */
function LinkedPart({ part, mayLink, hidden = 0, lines, work, Form }: LinkedProps) {
  const [open, setOpen] = useState(false)
  const off = useCommand<object>(`directives.unlink-${part}`)
  const unlink = async (at: object) => {
    if (await off.send(at)) tellUndo(t('directives.unlinked'), `directives.link-${part}`, at)
  }
  return (
    <>
      <h3>{t(`directives.parts-${part}`)}</h3>
      {lines.length === 0 && <p className="quiet">{t(`directives.none-${part}`)}</p>}
      {hidden > 0 && (
        <p className="quiet">{t('directives.first-shown', { shown: lines.length, total: lines.length + hidden })}</p>
      )}
      <ul className="link-lines">
        {lines.map(({ key, name, to, about, ours, at }) => (
          <li key={key}>
            <span>
              <Go to={to}>{name}</Go>
              <small className="quiet below">{about}</small>
            </span>
            {mayLink && ours && (
              <Button
                look="plain"
                className="no-print"
                aria-label={t('directives.unlink-named', { name })}
                onClick={() => void unlink(at)}
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
          <Form work={work} close={() => setOpen(false)} />
        ) : (
          <div className="row no-print">
            <Button onClick={() => setOpen(true)}>{t(`directives.link-${part}`)}</Button>
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
