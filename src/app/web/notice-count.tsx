import { useAnswer } from '../../ui/client/hooks.ts'
import { Go } from '../../ui/components/address.tsx'
import { t } from '../../ui/messages/index.ts'

const EVERY = 5 * 60_000

/** How many notices wait to be read, beside the name; nothing where there is none. */
export function NoticeCount() {
  const { data } = useAnswer<{ count: number }>('reminders.unread', {}, { every: EVERY })
  if (!data || data.count === 0) return null
  return (
    <Go to="/nhac-viec" className="notice-count">
      {t('shell.notices', { count: data.count })}
    </Go>
  )
}
