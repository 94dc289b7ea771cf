import type { Feature } from '../../engine/feature.ts'
import { approvePackage } from './commands/approve-package.ts'
import { assemblePackage } from './commands/assemble-package.ts'
import { changePackage } from './commands/change-package.ts'
import { receivePackage } from './commands/receive-package.ts'
import { recordPaperPackage } from './commands/record-paper-package.ts'
import { recordPaperReceipt } from './commands/record-paper-receipt.ts'
import { returnPackage } from './commands/return-package.ts'
import { sendPackage } from './commands/send-package.ts'
import { submitPackage } from './commands/submit-package.ts'
import { clearanceDeadlines, exchangeDeadlines } from './deadlines.ts'
import { packageHoldings, packageSubmissions, requestHoldings } from './holdings.ts'
import { packageExport } from './package-export.ts'
import { matrix, onePackage } from './queries.ts'
import { requestPart } from './requests/index.ts'
import { requestSubmissions } from './requests/laying.ts'

export { packageByPost } from './by-post.ts'
export { type DutyProgramme, dutiesOf, type InformingCommitment } from './duties.ts'
export { matrixOf, type PackageFacts } from './matrix.ts'
export { packageLetter } from './official-letter.ts'
export { packZip, type ZipPart } from './pack-zip.ts'
export { requestByPost } from './requests/by-post.ts'
export { requestLetter, urgingLetter } from './requests/letter.ts'
export { getPackage } from './store.ts'
export { type UnmetDuty, unmetDuties } from './unmet.ts'

/** Duties to inform: who owes what to whom per period, the packages that answer them, and their receipts; and what is asked of others. */
export const exchange: Feature = {
  name: 'exchange',
  holdings: [packageHoldings, packageSubmissions, requestHoldings, requestSubmissions],
  queries: [matrix, onePackage, ...requestPart.queries],
  deadlines: [exchangeDeadlines, clearanceDeadlines, ...requestPart.deadlines],
  searchables: requestPart.searchables,
  commands: [
    assemblePackage,
    changePackage,
    submitPackage,
    approvePackage,
    sendPackage,
    receivePackage,
    returnPackage,
    recordPaperReceipt,
    recordPaperPackage,
    ...requestPart.commands,
  ],
  exports: [packageExport],
}
