import { Go } from '../../../ui/components/address.tsx'
import { InternalMark, Mark, ProposedMark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Laying } from '../../programmes/web/laying.tsx'
import { KindContent } from './kind-content.tsx'
import { ChangeSteps, KindSteps } from './kind-steps.tsx'
import type { OwnKinds } from './kinds-page.tsx'

export type Programme = OwnKinds['programmes'][number]
export type Own = Programme['kinds'][number]
export type Version = Own['versions'][number]

const isHistory = ({ state }: Version): boolean => state === 'replaced' || state === 'returned'

/** A kind of a programme's own: what holds and what is proposed in full, what was before folded away. */
export function KindCard({ kind, programme }: { kind: Own; programme: Programme }) {
  const shown = kind.versions.filter(one => !isHistory(one))
  const before = kind.versions.filter(isHistory)
  const holds = kind.versions.find(one => one.state === 'agreed')
  return (
    <article className="stack own-kind" id={kind.key}>
      <h3>{(holds ?? kind.versions[0]!).name}</h3>
      {shown.map(one => (
        <VersionLines key={one.id} one={one} programme={programme} />
      ))}
      {kind.can.change && holds && <ChangeSteps kind={kind} />}
      {holds && (
        <p className="no-print">
          <Go to={`/hoat-dong?loai=${kind.key}`}>{t('kinds.activities')}</Go>
        </p>
      )}
      {before.length > 0 && (
        <details className="stack" open={shown.length === 0}>
          <summary>{t('kinds.history')}</summary>
          {before.map(one => (
            <VersionLines key={one.id} one={one} programme={programme} />
          ))}
        </details>
      )}
    </article>
  )
}

type LinesProps = {
  one: Version
  programme: Programme
  /** It stands on a page of its own. */
  alone?: boolean
}

export function VersionLines({ one, programme: { parties }, alone = false }: LinesProps) {
  const nameOf = (id: string | null) => parties.find(party => party.bodyId === id)?.shortName ?? ''
  const by = parties.find(party => party.bodyId === one.byBody)
  return (
    <section className={one.state === 'own' ? 'kind-version own' : 'kind-version'} aria-label={one.name}>
      <div className="row">
        {by && <Mark position={by.position} duty="lead" name={by.shortName} bare />}
        <Standing one={one} name={by?.shortName ?? ''} />
        {one.closing && <b>{t('kinds.closing')}</b>}
      </div>
      <p>{one.explanation}</p>
      {!one.closing && <KindContent {...one} />}
      <p className="quiet small">{t('kinds.reason', { reason: one.reason })}</p>
      {one.answer && <p className="small">{t('kinds.returned-by', { body: nameOf(one.answeredBy), reason: one.answer })}</p>}
      {one.state === 'proposed' && parties.length > 2 && (
        <p className="small">{t('kinds.agreed-by', { names: one.agreedBy.map(nameOf).join(', ') })}</p>
      )}
      {one.papers.map(paper => (
        <p key={paper.bodyId} className="small">
          {t('post.name-by-paper', { ...paper, name: nameOf(paper.bodyId) })}
        </p>
      ))}
      <Laying laid={one.laid} concerns={['activities']} command="activities.submit-kind" input={{ kindId: one.id }} bare />
      {!alone && one.state === 'proposed' && parties.some(party => party.byPost) && (
        <p className="small no-print">
          <Go to={`/hoat-dong/loai-viec/${one.id}`}>{t('post.panel')}</Go>
        </p>
      )}
      <KindSteps one={one} parties={parties} />
    </section>
  )
}

function Standing({ one: { state, agreedOn, number }, name }: { one: Version; name: string }) {
  if (state === 'own') return <InternalMark />
  if (state === 'proposed') return <ProposedMark name={name} />
  const after = [number && t('kinds.number', { number }), agreedOn && t('kinds.since', { day: agreedOn })]
  return <StateWord state={state === 'withdrawn' ? 'returned' : state} after={after.filter(Boolean).join(', ')} />
}
