import { daysBetween, type IsoDate, printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'

/** "Hạn 30/05/2026, quá 7 ngày", seen from a day. */
export function whenWords({ stage, dueOn }: { stage: string; dueOn: IsoDate }, today: IsoDate): string {
  const [date, days] = [printDate(dueOn), daysBetween(today, dueOn)]
  if (stage === 'escalation') return t('reminders.when-escalated', { date, days: -days })
  if (days === 0) return t('reminders.when-today', { date })
  return days < 0 ? t('reminders.when-late', { date, days: -days }) : t('reminders.when-left', { date, days })
}
