import { PrintButton } from '../../../ui/components/print-button.tsx'
import './petitions.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { petition } from '../queries/petition.ts'
import { ORIGIN_NAMES, wordOf } from '../words.ts'
import { HandlerPart } from './handler-part.tsx'
import { SenderPart } from './sender-part.tsx'
import { SharePart } from './share-part.tsx'
import { SimilarPart } from './similar-part.tsx'
import { StepHistory } from './step-history.tsx'
import { StepPart } from './step-part.tsx'

export type Shown = AnswerOf<typeof petition>

/** One petition: where it stands and its one next step; below that what was said, the way it went, and what belongs to it. */
export default function PetitionPage() {
  const petitionId = usePathPart('id')
  const found = useAnswer<Shown>('petitions.petition', { petitionId })
  const shown = found.data
  return (
    <Page
      title={shown?.petition.subject ?? t('petitions.title')}
      above={shown && <Thread shown={shown} />}
      actions={shown && <Actions shown={shown} />}
    >
      <Answered of={found}>{answer => <Content shown={answer} />}</Answered>
    </Page>
  )
}

function Content({ shown }: { shown: Shown }) {
  const { petition: one, owner, content, can } = shown
  return (
    <>
      <StepPart key={`${one.id}.${one.version}`} shown={shown} />
      <ThreeFacts shown={shown} />
      <Facts shown={shown} />
      {owner.ours && !content && one.state !== 'routed-out' && shown.unit && (
        <p className="message">{t('petitions.other-unit', { unit: shown.unit })}</p>
      )}
      {!owner.ours && <p className="message">{t('petitions.shared-view')}</p>}
      <StepHistory shown={shown} />
      {shown.group.length > 0 && <Group shown={shown} />}
      {can.handle && content && <SimilarPart key={one.version} petitionId={one.id} version={one.version} />}
      {content && <SenderPart shown={shown} />}
      {can.share === null || can.unshare ? <SharePart shown={shown} /> : null}
      {can.handle && shown.handlers.length > 1 && <HandlerPart shown={shown} />}
    </>
  )
}

const Thread = ({ shown: { programme, petition: one } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      ...(programme
        ? [
            { label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` },
            ...(programme.clausePath
              ? [
                  {
                    label: citeClause(programme.clausePath),
                    to: `/chuong-trinh/${programme.id}#${encodeURIComponent(programme.clausePath)}`,
                  },
                ]
              : []),
          ]
        : []),
      { label: t('petitions.title'), to: '/kien-nghi' },
      { label: `${one.commune} · ${printDate(one.receivedOn)}`, current: true },
    ]}
  />
)

function Actions({ shown: { petition: one, content, can } }: { shown: Shown }) {
  return (
    <>
      {can.change && <ButtonLink to={`/kien-nghi/moi?sua=${one.id}`}>{t('petitions.edit')}</ButtonLink>}
      {content && <ButtonLink to={`/kien-nghi/${one.id}/phieu`}>{t('petitions.slip')}</ButtonLink>}
      {can.handle && one.state === 'returned' && (
        <ButtonLink to={`/kien-nghi/moi?lai=${one.id}`}>{t('petitions.again')}</ButtonLink>
      )}
      <PrintButton />
    </>
  )
}

/** An answer, a settlement and a confirmation on the spot are three different things. */
function ThreeFacts({ shown: { petition: one } }: { shown: Shown }) {
  if (one.state === 'returned' || one.state === 'routed-out') return null
  const facts = [
    [t('petitions.fact-answered'), one.answeredOn],
    [t('petitions.fact-settled'), one.settledOn],
    [t('petitions.fact-confirmed'), one.confirmedOn],
  ] as const
  return (
    <ul className="petition-marks" aria-label={t('petitions.three-facts')}>
      {facts.map(([name, day]) => (
        <li key={name} className={day ? 'reached' : undefined}>
          <b>{name}</b>
          <span className="quiet">{day ? printDate(day) : t('petitions.fact-not-yet')}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const { petition: one, content, owner, unit, programme } = shown
  const rows: [string, React.ReactNode][] = [
    [t('petitions.text'), content?.text ?? ''],
    [t('petitions.place'), content?.place ?? one.commune],
    [t('petitions.field'), one.fieldName],
    [t('petitions.origin'), ORIGIN_NAMES[one.origin]],
    [t('petitions.voices'), one.voices ?? t('petitions.few')],
    [t('petitions.received-on'), printDate(one.receivedOn)],
    [t('petitions.owner'), owner.name],
    [t('petitions.unit'), unit ?? ''],
    [
      t('petitions.programme'),
      programme ? (
        <>
          <Go to={`/chuong-trinh/${programme.id}`}>{programme.number ?? programme.title}</Go>
          {owner.ours && one.shared && <div className="quiet small">{t('petitions.shared')}</div>}
        </>
      ) : (
        ''
      ),
    ],
    [t('petitions.again-of'), shown.again ? <Go to={`/kien-nghi/${shown.again}`}>{t('petitions.again-of')}</Go> : ''],
  ]
  return (
    <section className="card padded" aria-label={t('petitions.facts')}>
      <dl className="petition-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Group({ shown: { petition: one, group, can } }: { shown: Shown }) {
  const leave = useCommand<object, { version: number }>('petitions.ungroup-petition')
  const press = async () => {
    const sent = await leave.send({ petitionId: one.id, version: one.version })
    const [other] = group
    if (!sent || !other) return
    tell(t('petitions.ungrouped'), async () => {
      const back = { petitionId: one.id, version: sent.answer.version, withPetitionId: other.id, groupId: one.id }
      await sendCommand('petitions.group-petition', back)
      await refresh(['petitions'])
    })
  }
  return (
    <section className="card padded stack" aria-labelledby="group">
      <h2 id="group">{t('petitions.group-title')}</h2>
      <ul className="lines">
        {group.map(other => (
          <li key={other.id}>
            <Go to={`/kien-nghi/${other.id}`}>{other.subject}</Go>
            <span className="quiet small">
              {' '}
              {other.commune} · {printDate(other.receivedOn)} ·{' '}
              <StateWord state={wordOf(other.state as Shown['petition']['state'], false)} />
            </span>
          </li>
        ))}
      </ul>
      {can.handle && (
        <div className="row no-print">
          <Button busy={leave.state === 'sending'} onClick={() => void press()}>
            {t('petitions.ungroup')}
          </Button>
        </div>
      )}
      <Problem of={leave} />
    </section>
  )
}
