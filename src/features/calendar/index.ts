import type { DeadlineSource, Feature } from '../../engine/feature.ts'
import { clearDay } from './commands/clear-day.ts'
import { confirmFeast } from './commands/confirm-feast.ts'
import { renewFeed } from './commands/renew-feed.ts'
import { setDay } from './commands/set-day.ts'
import { agenda, feeds, month, year } from './queries.ts'

export type { Feast } from './contract.ts'
export { feastsOf } from './feasts.ts'
export { findFeed } from './feeds.ts'
export { holidaysOf } from './holidays.ts'
export type { AgendaEntry } from './queries.ts'
export { feastsBetween, workCalendar } from './store.ts'

/** Working days, feasts, what is due on which day, and feeds for other calendar programs. The roof hands down what is due. */
export const calendar = ({ deadlines }: { deadlines: readonly DeadlineSource[] }): Feature => ({
  name: 'calendar',
  commands: [setDay, clearDay, confirmFeast, renewFeed],
  queries: [year, month(deadlines), feeds, agenda(deadlines)],
})
