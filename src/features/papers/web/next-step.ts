import { t } from '../../../ui/messages/index.ts'
import type { PaperState, Turn } from '../contract.ts'

/** The next step in one line: who does what. */
export function nextText(state: PaperState, turn: { step: Turn['step']; name: string } | null): string {
  if (state === 'draft') return t('papers.next-check')
  if (state === 'checked') return t('papers.next-freeze')
  if (turn === null) return t('papers.next-none')
  if (turn.step === 'number') return t('papers.next-number')
  return t(turn.step === 'sign' ? 'papers.next-sign' : 'papers.next-seal', { name: turn.name })
}
