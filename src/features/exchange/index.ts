import type { Feature } from '../../engine/feature.ts'
import { assemblePackage } from './commands/assemble-package.ts'
import { changePackage } from './commands/change-package.ts'
import { receivePackage } from './commands/receive-package.ts'
import { returnPackage } from './commands/return-package.ts'
import { sendPackage } from './commands/send-package.ts'
import { exchangeDeadlines } from './deadlines.ts'
import { packageExport } from './package-export.ts'
import { matrix, onePackage } from './queries.ts'

export { type DutyProgramme, dutiesOf, type InformingCommitment } from './duties.ts'
export { matrixOf, type PackageFacts } from './matrix.ts'

/** Duties to inform: who owes what to whom per period, the packages that answer them, and their receipts. */
export const exchange: Feature = {
  name: 'exchange',
  commands: [assemblePackage, changePackage, sendPackage, receivePackage, returnPackage],
  queries: [matrix, onePackage],
  deadlines: [exchangeDeadlines],
  exports: [packageExport],
}
