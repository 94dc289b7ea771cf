import { PrintButton } from '../../../ui/components/print-button.tsx'
import './movements.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { useGo, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { KIND_NAMES } from '../words.ts'
import { ActivitiesPart } from './activities-part.tsx'
import { ChainPart } from './chain-part.tsx'
import { DecidePart } from './decide-part.tsx'
import type { Shown } from './movement-fields.ts'
import { termText } from './movement-list.tsx'
import { SharePart } from './share-part.tsx'
import { YearsPart } from './years-part.tsx'

/** One campaign, movement, twinning or model: what it is, its years, its activities, where it was repeated. */
export default function MovementPage() {
  const movementId = usePathPart('id')
  const found = useAnswer<Shown>('movements.movement', { movementId })
  const shown = found.data
  return (
    <Page
      title={shown?.movement.title ?? t('movements.title')}
      above={shown && <Thread shown={shown} />}
      actions={shown && <Actions shown={shown} />}
    >
      <Answered of={found}>
        {answer => (
          <>
            {answer.movement.removed && <p className="message">{t('movements.is-removed')}</p>}
            {!answer.owner.ours && <p className="message">{t('movements.shared-view', { owner: answer.owner.name })}</p>}
            <About shown={answer} />
            <YearsPart shown={answer} />
            <ChainPart shown={answer} />
            <ActivitiesPart shown={answer} />
            <DecidePart key={answer.movement.version} shown={answer} />
            {(answer.can.share || answer.can.unshare) && <SharePart shown={answer} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

const Thread = ({ shown: { programme, movement: one } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      ...(programme ? [{ label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` }] : []),
      ...(programme && one.clausePath
        ? [{ label: citeClause(one.clausePath), to: `/chuong-trinh/${programme.id}#${encodeURIComponent(one.clausePath)}` }]
        : []),
      { label: t('movements.title'), to: '/hoat-dong/phong-trao' },
      { label: [KIND_NAMES[one.kind], one.place].filter(Boolean).join(' · '), current: true },
    ]}
  />
)

function Actions({ shown: { movement: one, can } }: { shown: Shown }) {
  const go = useGo()
  const remove = useCommand<object, { version: number }>('movements.remove-movement')
  const out = async () => {
    const sent = await remove.send({ movementId: one.id, version: one.version })
    if (!sent) return
    tellUndo(t('movements.removed-done'), 'movements.restore-movement', { movementId: one.id, version: sent.answer.version })
    go('/hoat-dong/phong-trao')
  }
  const copies = one.kind === 'model' && one.recognised
  return (
    <>
      {copies && (
        <ButtonLink look="main" to={`/hoat-dong/phong-trao/moi?tu=${one.id}`}>
          {t('movements.copy')}
        </ButtonLink>
      )}
      {can.change && <ButtonLink to={`/hoat-dong/phong-trao/moi?sua=${one.id}`}>{t('movements.edit')}</ButtonLink>}
      {can.remove && (
        <Button look="plain" onClick={() => void out()}>
          {t('movements.remove')}
        </Button>
      )}
      <PrintButton />
      <Problem of={remove} />
    </>
  )
}

const paperText = ({ number, date, issuer }: { number: string; date: string; issuer: string }) =>
  [t('movements.paper-said', { number, date }), issuer].filter(Boolean).join(', ')

function About({ shown: { movement: one, owner } }: { shown: Shown }) {
  return (
    <section className="card padded">
      <Facts
        facts={[
          [t('movements.state'), <StateWord key="state" state={one.standing} />],
          [t('movements.kind'), KIND_NAMES[one.kind]],
          [t('movements.place'), one.place],
          [one.kind === 'model' ? t('movements.keeper-model') : t('movements.keeper-twinning'), one.keeper],
          [one.kind === 'twinning' ? t('movements.commitments') : t('movements.content'), one.content],
          [t('movements.term'), termText(one)],
          [t('movements.paper'), one.paper && paperText(one.paper)],
          [t('movements.recognition'), one.recognition && paperText(one.recognition)],
          [t('movements.ended'), one.endedOn && t('movements.ended-said', { day: one.endedOn, reason: one.endedReason ?? '' })],
          [t('movements.owner'), owner.name],
        ]}
      />
    </section>
  )
}
