import { shortDigest } from '../../../kernel/short-digest.ts'
import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { agreePlan } from '../commands/agree-plan.ts'
import type { PlanAnswer } from './item-words.ts'
import { PlanTable } from './plan-table.tsx'

/** Shows exactly what the own side agrees to, with the digest that both sides can compare. */
export function AgreeView({ answer, onDone }: { answer: PlanAnswer; onDone: () => void }) {
  const { plan, digest, counts } = answer
  const agree = useCommand<{ planId: string; digest: string }, ResultOf<typeof agreePlan>>('plans.agree-plan')
  const body = me().body.shortName
  const send = async () => {
    const sent = await agree.send({ planId: plan.id, digest })
    if (!sent) return
    tell(sent.answer.complete ? t('plans.agreed-all', { year: plan.year }) : t('plans.agreed-now', { body, year: plan.year }))
    onDone()
  }
  return (
    <ConfirmOut
      to={[]}
      action={t('plans.agree-plan', { year: plan.year })}
      note={t('plans.agree-note', { body })}
      onConfirm={() => void send()}
      onBack={onDone}
      sending={agree}
    >
      <div className="stack">
        <p>
          {t('plans.digest')} <b className="digest">{shortDigest(digest)}</b>
          <br />
          <span className="quiet small">{t('plans.digest-help')}</span>
        </p>
        {counts.undated > 0 && <p className="message">{t('plans.agree-undated', { count: counts.undated })}</p>}
        <PlanTable programmeId={plan.programmeId} clauses={answer.clauses} parties={answer.parties} />
      </div>
    </ConfirmOut>
  )
}
