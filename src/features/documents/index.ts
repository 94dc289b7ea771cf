import type { Feature } from '../../engine/feature.ts'
import { distrustIssuer } from './commands/distrust-issuer.ts'
import { trustAgain } from './commands/trust-again.ts'
import { trustIssuer } from './commands/trust-issuer.ts'
import { issuers } from './signatures/queries.ts'

export type { Annex, Block, Paper, PaperProfile, PaperTable, Run, SignatureBlock } from './contract.ts'
export { dateInWords, dateLine } from './date-line.ts'
export { type IssuerKind, profileFor } from './layout.ts'
export { numberLine, symbolFor } from './number-line.ts'
export { renderDocx } from './render-docx.ts'
export { renderPdf } from './render-pdf.ts'
export { trustListOf } from './signatures/issuers.ts'
export { verifyPdf } from './signatures/verify-pool.ts'
export { factsOf, verdictOf, warningsOf, whyNotJudged } from './signatures/words.ts'
export { DOTS, issuerOf, type SigningPerson, signatureFor } from './signing.ts'

/** Official papers: their layout, and the signatures on them. */
export const documents: Feature = {
  name: 'documents',
  commands: [trustIssuer, distrustIssuer, trustAgain],
  queries: [issuers],
}
