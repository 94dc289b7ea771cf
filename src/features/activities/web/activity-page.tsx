import { capital } from '../../../kernel/vietnamese.ts'
import './activities.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { placesWords } from '../../agencies/web/place-words.ts'
import { Beside } from '../../programmes/web/clause-beside.tsx'
import { kindAs } from '../kind-book.ts'
import type { activity } from '../queries/activity.ts'
import { amountsText, heldText } from './activity-words.ts'
import { detailWords } from './detail-words.ts'
import { EvidenceList } from './evidence.tsx'
import { MergePart } from './merge-part.tsx'
import { PersonalEvidence } from './personal-evidence.tsx'
import { useKinds } from './use-kinds.ts'

type Shown = AnswerOf<typeof activity>
type Versioned = { activityId: string; version: number }
const EVERYWHERE = ['activities', 'plans', 'insight.', 'programmes']

/** One activity with its thread back to the clause, its figures and its evidence. */
export default function ActivityPage() {
  const activityId = usePathPart('id')
  const found = useAnswer<Shown>('activities.activity', { activityId })
  const shown = found.data
  return (
    <Page
      title={shown?.activity.title ?? t('activities.title')}
      above={shown && <Thread shown={shown} />}
      actions={shown?.can.change && <Actions shown={shown} />}
    >
      <Answered of={found}>
        {answer => (
          <>
            {answer.activity.removed && !answer.activity.merged && <Removed shown={answer} />}
            <MergePart activityId={answer.activity.id} />
            <Facts shown={answer} />
            <section className="card padded stack" aria-labelledby="evidence">
              <h2 id="evidence">{t('activities.evidence')}</h2>
              <EvidenceList activityId={answer.activity.id} evidence={answer.evidence} mayChange={answer.can.change} />
              <PersonalEvidence activityId={answer.activity.id} files={answer.personal} />
            </section>
            <div className="card padded stack beside">
              <Beside asked={{ activityId: answer.activity.id }} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Thread({ shown: { programme, items, activity: one } }: { shown: Shown }) {
  const item = items[0]
  return (
    <ThreadBar
      steps={[
        { label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` },
        ...(item
          ? [
              { label: citeClause(item.clausePath), to: `/chuong-trinh/${programme.id}#${encodeURIComponent(item.clausePath)}` },
              {
                label: t('activities.item-label', { year: item.year, number: item.position }),
                to: `/ke-hoach/${item.planId}#${item.id}`,
              },
            ]
          : []),
        { label: `${t('activities.title')} ${heldText(one)}`, current: true },
      ]}
    />
  )
}

function Facts({ shown }: { shown: Shown }) {
  const { activity: one, owner, items, report, programme } = shown
  const kind = kindAs(useKinds(), one.kind, one.kindVersion)
  const rows: [string, React.ReactNode][] = [
    [t('activities.kind'), kind?.name ?? ''],
    [t('activities.when'), heldText(one)],
    [t('activities.place'), one.place],
    [t('activities.places'), capital(placesWords(shown.places))],
    [t('activities.amounts'), amountsText(one)],
    ...(kind?.fields ?? []).flatMap((field): [string, string][] => {
      const value = one.details[field.key]
      return value === undefined ? [] : [[field.label, detailWords(field, value, shown.namedPlaces)]]
    }),
    [
      t('activities.split'),
      [
        ...shown.breakdown.map(row => `${row.label} ${printNumber(row.count)}`),
        ...(shown.few ? [t('activities.split-few')] : []),
      ].join(' · '),
    ],
    [t('activities.money'), one.money === null ? '' : printMoney(one.money)],
    [t('activities.note'), one.note],
    [t('activities.owner'), <Mark key="owner" position={owner.position} duty="lead" name={owner.shortName} />],
    [
      t('activities.report'),
      report.profile === 'nd09'
        ? t('activities.report-nd09', { year: report.year })
        : t('activities.report-year', { year: report.year }),
    ],
  ]
  return (
    <section className="card padded">
      <dl className="activity-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <dt>{t('activities.under')}</dt>
        <dd>
          {items.map(item => (
            <div key={item.id}>
              <Go to={`/ke-hoach/${item.planId}#${item.id}`}>{item.title}</Go>
              <div className="quiet small">
                {t('activities.item-label', { year: item.year, number: item.position })} ·{' '}
                <Go to={`/chuong-trinh/${programme.id}#${encodeURIComponent(item.clausePath)}`}>{citeClause(item.clausePath)}</Go>
              </div>
            </div>
          ))}
        </dd>
      </dl>
    </section>
  )
}

function Actions({ shown: { activity: one } }: { shown: Shown }) {
  const remove = useCommand<Versioned, Versioned>('activities.remove-activity', { refresh: EVERYWHERE })
  const press = async () => {
    const sent = await remove.send({ activityId: one.id, version: one.version })
    if (!sent) return
    tell(t('activities.removed'), async () => {
      await sendCommand('activities.restore-activity', { activityId: one.id, version: sent.answer.version })
      await refresh(EVERYWHERE)
    })
  }
  return (
    <>
      <ButtonLink to={`/hoat-dong/moi?sua=${one.id}`}>{t('activities.edit')}</ButtonLink>
      <Button look="danger" busy={remove.state === 'sending'} onClick={() => void press()}>
        {t('activities.remove')}
      </Button>
      <Problem of={remove} />
    </>
  )
}

function Removed({ shown: { activity: one, can } }: { shown: Shown }) {
  const restore = useCommand<Versioned>('activities.restore-activity', { refresh: EVERYWHERE })
  return (
    <div className="message bad row">
      <span>{t('activities.is-removed')}</span>
      {can.restore && (
        <Button
          busy={restore.state === 'sending'}
          onClick={() => void restore.send({ activityId: one.id, version: one.version })}
        >
          {t('activities.restore')}
        </Button>
      )}
      <Problem of={restore} />
    </div>
  )
}
