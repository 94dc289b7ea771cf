import { fill } from '../../../ui/messages/catalogue.ts'
import { papers as words } from '../../../ui/messages/vi/papers.ts'
import type { BookLine } from './book.ts'

/** What stands beside a number: whom it is kept for, why it was cancelled, whose number it is, that it was recalled. */
export function noteOf(line: Pick<BookLine, 'standing' | 'keptFor' | 'reason' | 'counted' | 'issuers' | 'paperState'>): string {
  const { standing, keptFor, reason, counted, issuers, paperState } = line
  if (standing === 'reserved') return fill(words['papers.line-kept'], { for: keptFor ?? '' })
  if (standing === 'cancelled') return fill(words['papers.line-cancelled'], { reason: reason ?? '' })
  const joint = counted ? '' : fill(words['papers.line-joint'], { name: issuers[0] ?? '' })
  const waits =
    paperState === 'frozen' ? words['papers.line-waiting'] : paperState === 'recalled' ? words['papers.line-recalled'] : ''
  return [joint, waits].filter(Boolean).join('; ')
}
