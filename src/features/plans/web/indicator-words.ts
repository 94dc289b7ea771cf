import type { AnswerOf } from '../../../ui/client/types.ts'
import type { indicators } from '../queries/indicators.ts'

export type Indicators = AnswerOf<typeof indicators>
export type Duty = Indicators['duties'][number]
export type Indicator = Duty['indicators'][number]

export const FILTERS = ['tat-ca', 'chua-co', 'cho-ta', 'cho-ho', 'thong-nhat'] as const
export type Filter = (typeof FILTERS)[number]

export const agreedOf = ({ indicators: all }: Duty): Indicator | undefined => all.find(one => one.state === 'agreed')
export const openOf = ({ indicators: all }: Duty): Indicator[] =>
  all.filter(one => one.state === 'own' || one.state === 'proposed')
/** What was sent back, or stood before; the latest first. */
export const historyOf = ({ indicators: all }: Duty): Indicator[] =>
  all.filter(one => one.state === 'returned' || one.state === 'replaced').toReversed()

const counts = (duty: Duty): boolean => duty.targets.some(target => target.min !== null || target.max !== null)

/** Whether a duty stands in the list: without any number yet, waiting for our answer or for theirs, agreed. */
export function standsUnder(duty: Duty, filter: Filter): boolean {
  const open = openOf(duty).filter(one => one.state === 'proposed')
  switch (filter) {
    case 'chua-co':
      return !agreedOf(duty) && !counts(duty)
    case 'cho-ta':
      return open.some(one => one.can.agree)
    case 'cho-ho':
      return open.some(one => !one.can.agree)
    case 'thong-nhat':
      return agreedOf(duty) !== undefined
    default:
      return true
  }
}
