import { shortDigest } from '../../../kernel/short-digest.ts'
import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PlanAnswer } from './item-words.ts'
import { PlanTable } from './plan-table.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { aboutWords } from './proposal-words.ts'

type SendViewProps = { answer: PlanAnswer; onDone: () => void }

/** "Gửi bên kia": exactly what leaves, and to whom. */
export function SendView({ answer, onDone }: SendViewProps) {
  const { plan, parties, outgoing } = answer
  const whole = outgoing?.step === 'share'
  const send = useCommand<{ planId: string; digest: string }>(whole ? 'plans.share-plan' : 'plans.share-proposals')
  const to = parties.filter(party => party.bodyId !== me().body.id).map(party => party.name)
  const out = async () => {
    if (!(await send.send({ planId: plan.id, digest: outgoing?.digest ?? '' }))) return
    tell(whole ? t('plans.shared', { year: plan.year }) : t('plans.proposals-sent'))
    onDone()
  }
  return (
    <ConfirmOut
      to={to}
      action={whole ? t('plans.share-plan', { year: plan.year }) : t('plans.send-proposals', { count: draftsOf(answer).length })}
      note={whole ? t('plans.share-note') : t('plans.send-note')}
      onConfirm={() => void out()}
      onBack={onDone}
      sending={send}
    >
      {whole ? <WholePlan answer={answer} /> : <Drafts answer={answer} />}
    </ConfirmOut>
  )
}

export const draftsOf = ({ proposals }: PlanAnswer) => proposals.filter(one => one.state === 'own')

const WholePlan = ({ answer }: { answer: PlanAnswer }) => (
  <div className="stack">
    <p>
      {t('plans.digest')} <b className="digest">{shortDigest(answer.digest)}</b>
    </p>
    <PlanTable programmeId={answer.plan.programmeId} clauses={answer.clauses} parties={answer.parties} />
  </div>
)

function Drafts({ answer }: { answer: PlanAnswer }) {
  const items = new Map(answer.clauses.flatMap(clause => clause.items).map(item => [item.id, item]))
  return (
    <div className="stack">
      {draftsOf(answer).map(proposal => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          parties={answer.parties}
          about={`${aboutWords(proposal, items)}${titleOf(items.get(proposal.itemId ?? ''))}`}
        />
      ))}
    </div>
  )
}

const titleOf = (item: { title: string } | undefined) => (item ? `: ${item.title}` : '')
