import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PostPanel } from '../../post/web/post-panel.tsx'
import { PostSendingView } from '../../post/web/sending-view.tsx'
import type { AskedLine, PostalParty, PostalStep, StandingAnswer } from '../../post/web/types.ts'
import type { PlanAnswer } from './item-words.ts'
import { PlanTable } from './plan-table.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { aboutWords, kindWords, nameOf, type Proposal } from './proposal-words.ts'
import { useTyping } from './use-propose.ts'

type PlanPostProps = {
  answer: PlanAnswer
  standing: StandingAnswer | undefined
  onSend: (party: PostalParty, step: PostalStep) => void
}

const itemsOf = ({ clauses }: PlanAnswer) => new Map(clauses.flatMap(clause => clause.items).map(item => [item.id, item]))

/** The lines that a party by post has not answered. */
const asked = ({ proposals }: PlanAnswer, bodyId: string): Proposal[] =>
  proposals.filter(
    one => one.state === 'shared' && one.byBody !== bodyId && !one.acceptances.some(taken => taken.bodyId === bodyId),
  )

/** What goes to parties by post about the plan, and what they answered. */
export function PlanPost({ answer, standing, onSend }: PlanPostProps) {
  const [, type] = useTyping(standing)
  const items = itemsOf(answer)
  const linesFor = (bodyId: string): AskedLine[] =>
    asked(answer, bodyId).map(one => ({
      proposalId: one.id,
      version: one.version,
      words: `${kindWords(one)}: ${aboutWords(one, items)} ${items.get(one.itemId ?? '')?.title ?? ''}`.trim(),
    }))
  return (
    <PostPanel
      subject={{ kind: 'plan', id: answer.plan.id }}
      standing={standing}
      onSend={onSend}
      linesFor={linesFor}
      onCounter={type}
    />
  )
}

type PlanPostingProps = {
  answer: PlanAnswer
  posting: { party: PostalParty; step: PostalStep }
  today: string
  onDone: () => void
}

/** Exactly what is printed: the whole plan, or the lines that are proposed of it. */
export function PlanPosting({ answer, posting, today, onDone }: PlanPostingProps) {
  const { plan, parties, clauses } = answer
  const items = itemsOf(answer)
  return (
    <PostSendingView subject={{ kind: 'plan', id: plan.id }} {...posting} today={today} onDone={onDone}>
      {posting.step.step === 'whole' ? (
        <PlanTable programmeId={plan.programmeId} clauses={clauses} parties={parties} />
      ) : (
        asked(answer, posting.party.bodyId).map(one => (
          <ProposalCard key={one.id} proposal={one} parties={parties} about={aboutWords(one, items)} />
        ))
      )}
    </PostSendingView>
  )
}

/** While a partner's paper is typed in: whose, which, and how it is done. */
export function TypingNote({ standing, onAdd }: { standing: StandingAnswer | undefined; onAdd: () => void }) {
  const [act, type] = useTyping(standing)
  if (!act || !standing) return null
  return (
    <div className="message stack no-print">
      <p>
        <b>{t('post.typing', { ...act.paper, name: nameOf(standing.parties, act.bodyId) })}</b>
      </p>
      <p>{t('post.typing-help')}</p>
      <div className="row">
        <Button onClick={onAdd}>{t('post.typing-add')}</Button>
        <Button look="main" onClick={() => type('')}>
          {t('post.typing-done')}
        </Button>
      </div>
    </div>
  )
}
