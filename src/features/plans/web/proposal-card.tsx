import type { ReactNode } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { ItemFields } from '../contract.ts'
import { ChangeList } from './change-list.tsx'
import { type Party, targetWords, timeWords } from './item-words.ts'
import { usePlacesWords } from './place-names.tsx'
import { isOpen, kindWords, nameOf, type Proposal } from './proposal-words.ts'

type CardProps = { proposal: Proposal; parties: readonly Party[]; about?: string; steps?: ReactNode }

/** One proposed line: whose it is, before and after, and why. */
export function ProposalCard({ proposal, parties, about, steps }: CardProps) {
  const by = parties.find(party => party.bodyId === proposal.byBody)
  const own = proposal.state === 'own'
  return (
    <article className={own ? 'proposal own' : 'proposal'} aria-label={`${kindWords(proposal)} ${about ?? ''}`.trim()}>
      <div className="row proposal-head">
        {by && <Mark position={by.position} duty="lead" name={by.shortName} bare />}
        <b>{t('plans.proposal-of', { body: by?.shortName ?? '', kind: kindWords(proposal) })}</b>
        {about && <span>{about}</span>}
        {own ? (
          <Lock />
        ) : (
          !isOpen(proposal) && <StateWord state={proposal.state === 'accepted' ? 'agreed' : ANSWERED[proposal.state]} />
        )}
      </div>
      <LineWords proposal={proposal} parties={parties} />
      <p className="small">{t('plans.proposal-reason', { reason: proposal.reason })}</p>
      {proposal.paper && <p className="small">{t('post.by-paper', proposal.paper)}</p>}
      {proposal.acceptances.length > 0 && (isOpen(proposal) || proposal.acceptances.some(one => one.paper)) && (
        <p className="small">
          {t('plans.accepted-by', { names: proposal.acceptances.map(one => accepter(one, parties)).join(', ') })}
        </p>
      )}
      {proposal.answer && (
        <p className="small">{t('plans.answered', { body: nameOf(parties, proposal.answeredBy), reason: proposal.answer })}</p>
      )}
      {proposal.stale && <p className="message small">{t('plans.stale')}</p>}
      {steps}
    </article>
  )
}

const ANSWERED = { own: 'internal', shared: 'sent', countered: 'countered', returned: 'returned', withdrawn: 'returned' } as const

const Lock = () => (
  <span className="lock small">
    <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm1.7 0h4.6V5a2.3 2.3 0 0 0-4.6 0z" fill="currentColor" />
    </svg>{' '}
    {t('plans.unsent')}
  </span>
)

function LineWords({ proposal: { line, fields }, parties }: Pick<CardProps, 'proposal' | 'parties'>) {
  const placesWords = usePlacesWords()
  if (line.kind === 'change') {
    return fields.length > 0 ? (
      <ChangeList changes={fields} parties={parties} />
    ) : (
      <p className="small">{t('plans.taken-back-in')}</p>
    )
  }
  if (line.kind === 'drop') return null
  const parts = line.kind === 'split' ? line.parts : [line.fields]
  return (
    <ol className="proposal-parts">
      {parts.map(part => (
        <li key={`${part.title} ${part.dueOn}`}>
          <ins>{part.title}</ins>
          <div className="quiet small">{partWords(part, parties, placesWords(part.places))}</div>
        </li>
      ))}
    </ol>
  )
}

const partWords = (part: ItemFields, parties: readonly Party[], where: string): string =>
  [
    timeWords(part),
    targetWords(part),
    t('plans.led-by', { name: part.leadBodies.map(id => nameOf(parties, id)).join(', ') }),
    part.others.length > 0 && t('plans.others', { others: part.others.join('; ') }),
    where && t('plans.places', { places: where }),
    part.audience && t('plans.audience', { audience: part.audience }),
    part.product && t('plans.product', { product: part.product }),
  ]
    .filter(Boolean)
    .join(' · ')

/** "Sở DT&TG", or "Đảng ủy … (theo văn bản số …, ngày …)". */
function accepter({ bodyId, paper }: Proposal['acceptances'][number], parties: readonly Party[]): string {
  const name = nameOf(parties, bodyId)
  return paper ? `${name} (${t('post.by-paper', paper)})` : name
}

type StepsProps = { proposal: Proposal; onCounter: () => void; onReturn: () => void }

/** What can be answered now, by the same rules that the server asks. */
export function ProposalSteps({ proposal, onCounter, onReturn }: StepsProps) {
  const { can, id: proposalId, version } = proposal
  const accept = useCommand<{ proposalId: string; version: number }, { complete: boolean }>('plans.accept-proposal')
  const withdraw = useCommand<{ proposalId: string; version: number }>('plans.withdraw-proposal')
  const take = async () => {
    const sent = await accept.send({ proposalId, version })
    if (sent) tell(sent.answer.complete ? t('plans.accepted-all') : t('plans.accepted-waiting'))
  }
  const back = async () => {
    if (await withdraw.send({ proposalId, version })) tell(t('plans.withdrawn'))
  }
  if (!can.accept && !can.counter && !can.return && !can.withdraw) return null
  return (
    <div className="row no-print">
      {can.accept && (
        <Button look="main" busy={accept.state === 'sending'} onClick={() => void take()}>
          {t('plans.accept')}
        </Button>
      )}
      {can.counter && <Button onClick={onCounter}>{t('plans.counter')}</Button>}
      {can.return && <Button onClick={onReturn}>{t('plans.return')}</Button>}
      {can.withdraw && (
        <Button look="plain" busy={withdraw.state === 'sending'} onClick={() => void back()}>
          {t('plans.withdraw')}
        </Button>
      )}
      <Problem of={accept} />
      <Problem of={withdraw} />
    </div>
  )
}
