import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { endedItems } from '../queries/ended-items.ts'

/** Says which open items rest on a duty that an amendment ends; nothing where there are none. */
export function EndedItems({ planId }: { planId: string }) {
  const found = useAnswer<AnswerOf<typeof endedItems>>('plans.ended-items', { planId })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="message no-print" aria-label={t('plans.ended')}>
      <p>{t('plans.ended')}</p>
      <ul className="plain-list">
        {items.map(item => (
          <li key={item.id}>
            {t('plans.ended-item', { position: item.position, title: item.title, day: item.endsOn! })}{' '}
            <Go to={item.address}>{t('plans.ended-by', { number: item.number! })}</Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
