import type { Feature } from '../../engine/feature.ts'
import { askIssuer } from './commands/ask-issuer.ts'
import { distrustIssuer } from './commands/distrust-issuer.ts'
import { trustAgain } from './commands/trust-again.ts'
import { trustIssuer } from './commands/trust-issuer.ts'
import { issuers } from './signatures/queries.ts'

export { dashes, paragraph, unended } from './blocks.ts'
export type { Annex, Block, Chart, Paper, PaperProfile, PaperTable, Run, SignatureBlock, Urgency } from './contract.ts'
export { dateInWords, dateLine } from './date-line.ts'
export { decidingAuthority, decisionPaper } from './kinds/decision.ts'
export { invitationPaper } from './kinds/invitation.ts'
export { letterPaper } from './kinds/letter.ts'
export { type Issue, type IssuingBody, PAPER_TYPES, type PaperType, paperOf, profileOf } from './kinds/letterhead.ts'
export { minutesPaper } from './kinds/minutes.ts'
export { writtenPaper } from './kinds/written.ts'
export { type IssuerKind, profileFor } from './layout.ts'
export { numberAndSymbol, numberLine, symbolFor } from './number-line.ts'
export {
  annexLabel,
  type Clause,
  clauseBlocks,
  outlineBlocks,
  POINT_LETTERS,
  roman,
  type Section,
  sectionLabel,
  sectionMark,
} from './outline.ts'
export { renderArt } from './paper-pool.ts'
export { renderDocx } from './render-docx.ts'
export { renderPdf } from './render-pdf.ts'
export { type Art, type ArtItem, numberArt, personArt, sealArt } from './signature-art.ts'
export { trustListOf } from './signatures/issuers.ts'
export { verifyPdf } from './signatures/verify-pool.ts'
export { factsOf, verdictOf, warningsOf, whyNotJudged } from './signatures/words.ts'
export { DOTS, issuerOf, type SigningPerson, signatureFor, signaturesFor } from './signing.ts'
export { hasPaper } from './standing-paper.ts'
export {
  type LetterField,
  missingNames,
  strangeNames,
  textOfField,
  type Wording,
  wordedBlocks,
} from './wording.ts'

/** Official papers: their layout, and the signatures on them. */
export const documents: Feature = {
  name: 'documents',
  commands: [trustIssuer, distrustIssuer, trustAgain, askIssuer],
  queries: [issuers],
}
