import type { ReactNode } from 'react'
import { t } from '../../../ui/messages/index.ts'
import type { Item, PlanAnswer } from './item-words.ts'
import type { OpenForm } from './plan-forms.tsx'
import { ProposalCard, ProposalSteps } from './proposal-card.tsx'
import { aboutWords, isOpen, type Proposal } from './proposal-words.ts'

type OnOpen = (open: OpenForm) => void

const card = (answer: PlanAnswer, proposal: Proposal, onOpen: OnOpen, about?: string) => (
  <ProposalCard
    key={proposal.id}
    proposal={proposal}
    parties={answer.parties}
    {...(about ? { about } : {})}
    steps={
      <ProposalSteps
        proposal={proposal}
        onCounter={() => onOpen({ kind: 'counter', proposal })}
        onReturn={() => onOpen({ kind: 'return', proposal })}
      />
    }
  />
)

/** What is proposed of an item and not yet answered; null where nothing is. */
export function itemProposals(answer: PlanAnswer, item: Item, onOpen: OnOpen): ReactNode {
  const open = answer.proposals.filter(one => one.itemId === item.id && isOpen(one))
  return open.length > 0 ? open.map(one => card(answer, one, onOpen)) : null
}

const itemsById = ({ clauses }: PlanAnswer) => new Map(clauses.flatMap(clause => clause.items).map(item => [item.id, item]))

/** Lines that would be new. */
export function AddedProposals({ answer, onOpen }: { answer: PlanAnswer; onOpen: OnOpen }) {
  const added = answer.proposals.filter(one => one.line.kind === 'add' && isOpen(one))
  if (added.length === 0) return null
  const items = itemsById(answer)
  return (
    <section className="stack" aria-labelledby="added-proposals">
      <h2 id="added-proposals">{t('plans.added-proposals')}</h2>
      {added.map(one => card(answer, one, onOpen, aboutWords(one, items)))}
    </section>
  )
}

/** What was answered before, with the answers. */
export function AnsweredProposals({ answer }: { answer: PlanAnswer }) {
  const answered = answer.proposals.filter(one => !isOpen(one)).toReversed()
  if (answered.length === 0) return null
  const items = itemsById(answer)
  return (
    <details className="card padded no-print">
      <summary>{t('plans.answered-proposals', { count: answered.length })}</summary>
      <div className="stack">
        {answered.map(one => (
          <ProposalCard key={one.id} proposal={one} parties={answer.parties} about={aboutWords(one, items)} />
        ))}
      </div>
    </details>
  )
}

/** How many lines wait for whom. */
export function WaitingNote({ answer }: { answer: PlanAnswer }) {
  const shared = answer.proposals.filter(one => one.state === 'shared')
  const us = shared.filter(one => one.can.return || one.can.accept).length
  if (shared.length === 0) return null
  return (
    <p className="message no-print">
      {us > 0 ? t('plans.waiting-us', { count: us }) : t('plans.waiting-open', { count: shared.length })}
    </p>
  )
}
