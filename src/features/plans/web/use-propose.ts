import { useCommand } from '../../../ui/client/hooks.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type Act, REFRESH, type StandingAnswer } from '../../post/web/types.ts'
import type { PlanAnswer } from './item-words.ts'

/** The recorded paper whose lines are being typed in (`?van-ban=`); empty where the own side proposes for itself. */
export const useTypingId = (): string => useAddressWord('van-ban')[0]

/** The paper being typed in, and how to begin and end. */
export function useTyping(standing: StandingAnswer | undefined): [Act | null, (actId: string) => void] {
  const [actId, setActId] = useAddressWord('van-ban')
  const act = standing?.acts.find(one => one.id === actId && one.act === 'counter' && one.can.withdraw === null)
  return [act ?? null, setActId]
}

type Line = { proposalId: string; item: { itemId: string; version: number } | null; line: object; reason: string }

/** Proposes a line for the own side, or types it in from a partner's paper. */
export function usePropose(answer: PlanAnswer) {
  const actId = useTypingId()
  const propose = useCommand<object>('plans.propose-line')
  const type = useCommand<object>('plans.type-paper-line', { refresh: REFRESH })
  const inputOf = (line: Line): object => (actId ? { actId, ...line } : { planId: answer.plan.id, ...line })
  return { command: actId ? type : propose, inputOf, told: actId ? t('post.typed') : t('plans.proposed') }
}
