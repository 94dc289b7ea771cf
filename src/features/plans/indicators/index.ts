import { agreeIndicator } from '../commands/agree-indicator.ts'
import { proposeIndicator } from '../commands/propose-indicator.ts'
import { returnIndicator } from '../commands/return-indicator.ts'
import { shareIndicator } from '../commands/share-indicator.ts'
import { submitIndicator } from '../commands/submit-indicator.ts'
import { withdrawIndicator } from '../commands/withdraw-indicator.ts'
import { indicators } from '../queries/indicators.ts'
import { indicatorDeadlines } from './deadlines.ts'
import { indicatorClearances } from './laying.ts'

/** How the sides measure a duty that the signed text leaves without a number: what it adds to the feature plans. */
export const indicatorPart = {
  commands: [proposeIndicator, submitIndicator, shareIndicator, agreeIndicator, returnIndicator, withdrawIndicator],
  queries: [indicators],
  deadlines: [indicatorDeadlines, indicatorClearances],
}
