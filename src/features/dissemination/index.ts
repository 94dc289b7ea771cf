import type { Feature } from '../../engine/feature.ts'
import { confirmReading } from './commands/confirm-reading.ts'
import { recordSheets } from './commands/record-sheets.ts'
import { restoreDissemination } from './commands/restore-dissemination.ts'
import { sendDissemination } from './commands/send-dissemination.ts'
import { takeBackReading } from './commands/take-back-reading.ts'
import { takeBackSheets } from './commands/take-back-sheets.ts'
import { withdrawDissemination } from './commands/withdraw-dissemination.ts'
import { readingDeadlines } from './deadlines.ts'
import { disseminationHoldings } from './holdings.ts'
import { choices, list, one } from './queries.ts'

/** What a body has its own staff read, who has confirmed it, and the printed sheets. */
export const dissemination: Feature = {
  name: 'dissemination',
  commands: [
    sendDissemination,
    confirmReading,
    takeBackReading,
    recordSheets,
    takeBackSheets,
    withdrawDissemination,
    restoreDissemination,
  ],
  queries: [list, one, choices],
  deadlines: [readingDeadlines],
  holdings: [disseminationHoldings],
}
