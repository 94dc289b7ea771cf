import { PrintButton } from '../../../ui/components/print-button.tsx'
import './supervision.css'
import type { ReactNode } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { elementAddress } from '../../directives/web/element-address.ts'
import { findElement, nameElement } from '../../programmes/target-programme/contract.ts'
import { FORM_NAMES, OBJECT_NAMES, OUTCOME_NAMES } from '../words.ts'
import { ChecksPart } from './checks-part.tsx'
import { FindingsPart } from './findings-part.tsx'
import { SharePart } from './share-part.tsx'
import { StepPart } from './step-part.tsx'
import type { Shown } from './supervision-fields.ts'
import { TellingPart } from './telling-part.tsx'

/** One supervision: where it stands and its next step; the plan, what was found, the way it went. */
export default function SupervisionPage() {
  const supervisionId = usePathPart('id')
  const found = useAnswer<Shown>('supervision.supervision', { supervisionId })
  const shown = found.data
  return (
    <Page
      title={shown?.supervision.title ?? t('supervision.title')}
      above={shown && <Thread shown={shown} />}
      actions={shown && <Actions shown={shown} />}
    >
      <Answered of={found}>
        {answer => (
          <>
            <StepPart key={`${answer.supervision.id}.${answer.supervision.version}`} shown={answer} />
            {!answer.owner.ours && <p className="message">{t('supervision.shared-view', { owner: answer.owner.name })}</p>}
            <Facts shown={answer} />
            <ChecksPart shown={answer} />
            <FindingsPart shown={answer} />
            {answer.can.link && answer.programme && <TellingPart shown={answer} />}
            <History shown={answer} />
            {(answer.can.share || answer.can.unshare) && <SharePart shown={answer} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

const Thread = ({ shown: { programme, item, supervision: one } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      ...(programme ? [{ label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` }] : []),
      ...(programme?.clausePath
        ? [
            {
              label: citeClause(programme.clausePath),
              to: `/chuong-trinh/${programme.id}#${encodeURIComponent(programme.clausePath)}`,
            },
          ]
        : []),
      ...(item
        ? [
            {
              label: t('supervision.item-step', { number: item.position, year: item.year }),
              to: `/ke-hoach/${item.planId}#${item.id}`,
            },
          ]
        : []),
      { label: t('supervision.title'), to: '/giam-sat' },
      { label: [one.commune, printDate(one.startsOn)].filter(Boolean).join(' · '), current: true },
    ]}
  />
)

const Actions = ({ shown: { supervision: one, can } }: { shown: Shown }) => (
  <>
    {can.change && <ButtonLink to={`/giam-sat/moi?sua=${one.id}`}>{t('supervision.edit')}</ButtonLink>}
    <PrintButton />
  </>
)

function Facts({ shown: { supervision: one, construction, members, owner } }: { shown: Shown }) {
  const team = members.map(member =>
    [member.official, `${member.post}, ${member.fromBody}`, member.heads ? t('supervision.heads') : '']
      .filter(Boolean)
      .join(' · '),
  )
  const element = one.element ? findElement(one.element) : null
  const facts: [string, ReactNode][] = [
    [t('supervision.form'), FORM_NAMES[one.form]],
    [t('supervision.object'), `${OBJECT_NAMES[one.objectKind]}: ${one.object}`],
    [
      t('supervision.element'),
      element && <Go to={elementAddress(element.key)}>{`${nameElement(element)} (${element.cycle.id})`}</Go>,
    ],
    [t('supervision.place'), construction?.place ?? one.commune],
    [t('supervision.investor'), construction?.investor],
    [t('supervision.contractor'), construction?.contractor],
    [t('supervision.source'), [construction?.source, construction?.component].filter(Boolean).join(' · ')],
    [t('supervision.amount'), construction?.amount == null ? null : printMoney(construction.amount)],
    [t('supervision.national-code'), construction?.nationalCode],
    [t('supervision.content'), one.content],
    [t('supervision.days'), `${printDate(one.startsOn)} – ${printDate(one.endsOn)}`],
    [t('supervision.board'), one.board && t('supervision.board-said', one.board)],
    [t('supervision.team'), team.join('\n')],
    [t('supervision.overall'), one.overallYear === null ? null : String(one.overallYear)],
    [t('supervision.member-body'), owner.name],
  ]
  return (
    <section className="card padded">
      <dl className="supervision-facts">
        {facts
          .filter(([, value]) => Boolean(value))
          .flatMap(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
    </section>
  )
}

/** "phát hiện 1, 3", where a step tells of some of several. */
function toldOf(step: Shown['steps'][number], findings: Shown['findings']): string | null {
  const numbers = findings.flatMap((finding, at) => (step.findings.includes(finding.id) ? [at + 1] : []))
  return numbers.length > 0 && findings.length > 1 ? t('supervision.told-numbers', { numbers: numbers.join(', ') }) : null
}

function History({ shown: { steps, findings } }: { shown: Shown }) {
  if (steps.length === 0) return null
  return (
    <section className="card padded stack" aria-labelledby="history">
      <h2 id="history">{t('supervision.history')}</h2>
      <ol className="supervision-list">
        {steps.map(step => (
          <li key={step.id}>
            <span>
              <span className="quiet">{printDate(step.day)}</span> <b>{t(`supervision.did-${step.kind}`)}</b>
              {[
                step.outcome && OUTCOME_NAMES[step.outcome],
                toldOf(step, findings),
                step.addressee,
                step.paperNumber && step.paperDate
                  ? t('supervision.paper', { number: step.paperNumber, day: step.paperDate })
                  : null,
              ]
                .filter(Boolean)
                .map(part => ` · ${part}`)}
            </span>
            {step.summary && <span className="supervision-said">{step.summary}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
