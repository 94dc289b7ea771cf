import { type IsoDate, printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'

/** "từ 12/01/2026", "từ 12/01/2026 đến 30/06/2026" */
export const daysText = ({ fromOn, toOn }: { fromOn: IsoDate; toOn: IsoDate | null }): string =>
  toOn ? t('groups.from-to', { from: printDate(fromOn), to: printDate(toOn) }) : t('groups.from', { from: printDate(fromOn) })

const AGENDA_SHOWN = 90

/** The first line of an agenda, as a title. */
export function agendaTitle(agenda: string): string {
  const first = agenda.split('\n')[0] ?? ''
  return first.length <= AGENDA_SHOWN ? first : `${first.slice(0, AGENDA_SHOWN).replace(/\s+\S*$/, '')}…`
}
