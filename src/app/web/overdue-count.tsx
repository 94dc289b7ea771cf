import { useAnswer } from '../../ui/client/hooks.ts'
import { t } from '../../ui/messages/index.ts'

type Groups = { groups: { key: string; total: number }[] }

/** How much is overdue, from what is already known; asks nothing itself. */
export function OverdueCount() {
  const { data } = useAnswer<Groups>('insight.my-work', {}, { enabled: false })
  const count = data?.groups.find(group => group.key === 'overdue')?.total ?? 0
  if (count === 0) return null
  return (
    <span className="late">
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{t('shell.overdue-count', { count })}</span>
    </span>
  )
}
