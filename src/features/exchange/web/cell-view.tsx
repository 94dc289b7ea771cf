import { daysBetween } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Cell } from './types.ts'

/** A sign beside the words, so that a state is told apart in print and without colours. */
export const SIGN: Record<Cell['state'], string> = {
  'on-time': '✓',
  late: '!',
  missing: '✕',
  'not-due': '○',
  sent: '→',
  returned: '↩',
}
export const LOOK: Record<Cell['state'], string> = {
  'on-time': 'done',
  late: '',
  missing: 'late',
  'not-due': 'quiet',
  sent: 'going',
  returned: 'late',
}

/** "Muộn 2 ngày", "Chưa gửi, quá 12 ngày": the state, and by how many days it is late. */
function stateText({ state, sentOn, sentLate, dueOn }: Cell, today: string): string {
  const words = t(`exchange.cell.${state}`)
  if (state === 'missing') return t('exchange.cell-overdue', { words, days: daysBetween(dueOn, today) })
  if (!sentLate || !sentOn) return words
  const late = `${t('exchange.cell.late')} ${t('exchange.cell-late-by', { days: daysBetween(dueOn, sentOn) })}`
  return state === 'late' ? late : `${words} (${late.toLowerCase()})`
}

type CellViewProps = { cell: Cell; period: string; today: string; onPrepare: (dutyKey: string) => void }

/** When it was told, or by when it is due; by the partner's own paper where it was. */
function dayText({ paper, sentOn, dueOn }: Cell): string {
  if (paper) return t('exchange.cell-by-paper', paper)
  return sentOn ? t('exchange.cell-sent', { day: sentOn }) : t('exchange.cell-due', { day: dueOn })
}

/** One period of one duty: its sign, its words, and the way to its package or to making one. */
export function CellView({ cell, period, today, onPrepare }: CellViewProps) {
  const words = stateText(cell, today)
  const open = t('exchange.cell-open', { period, state: words })
  return (
    <div className="duty-cell">
      <span className={`state ${LOOK[cell.state]}`.trim()}>
        <span aria-hidden="true">{SIGN[cell.state]}</span>{' '}
        {cell.packageId ? (
          <Go to={`/trao-doi/${cell.packageId}`} aria-label={open}>
            {words}
          </Go>
        ) : (
          words
        )}
      </span>
      <span className="quiet small">
        {dayText(cell)}
        {cell.draft && ` · ${t('exchange.cell-draft')}`}
      </span>
      {((cell.mayAssemble && !cell.packageId) || cell.mayRecord) && (
        <button type="button" className="button plain no-print" onClick={() => onPrepare(cell.dutyKey)}>
          {t(cell.mayRecord ? 'exchange.record-paper' : 'exchange.assemble')}
          <span className="unseen"> {period}</span>
        </button>
      )}
    </div>
  )
}
