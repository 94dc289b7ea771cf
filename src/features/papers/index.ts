import type { Feature } from '../../engine/feature.ts'
import { addStamp } from './commands/add-stamp.ts'
import { beginPages } from './commands/begin-pages.ts'
import { cancelNumber } from './commands/cancel-number.ts'
import { changeRecipients } from './commands/change-recipients.ts'
import { checkPaper } from './commands/check-paper.ts'
import { discardPaperFile } from './commands/discard-file.ts'
import { enterPaper } from './commands/enter-paper.ts'
import { failFileReading } from './commands/fail-reading.ts'
import { fileScan } from './commands/file-scan.ts'
import { finishFileReading } from './commands/finish-reading.ts'
import { freezePaper } from './commands/freeze-paper.ts'
import { giveIncoming } from './commands/give-incoming.ts'
import { keepNumber } from './commands/keep-number.ts'
import { keepReadPage } from './commands/keep-page.ts'
import { mailAgain } from './commands/mail-again.ts'
import { noteMailed } from './commands/note-mailed.ts'
import { numberPaper } from './commands/number-paper.ts'
import { openBook } from './commands/open-book.ts'
import { preparePaper } from './commands/prepare-paper.ts'
import { readAgain } from './commands/read-again.ts'
import { readPaperFile } from './commands/read-file.ts'
import { recallPaper } from './commands/recall-paper.ts'
import { receivePaper } from './commands/receive-paper.ts'
import { registerIncoming } from './commands/register-incoming.ts'
import { removePaper } from './commands/remove-paper.ts'
import { restorePaper } from './commands/restore-paper.ts'
import { resumeReading } from './commands/resume-reading.ts'
import { returnSending } from './commands/return-sending.ts'
import { rewritePaper } from './commands/rewrite-paper.ts'
import { sealPaper } from './commands/seal-paper.ts'
import { sendPaper } from './commands/send-paper.ts'
import { setTerm } from './commands/set-term.ts'
import { settleIncoming } from './commands/settle-incoming.ts'
import { signPaper } from './commands/sign-paper.ts'
import { stopReading } from './commands/stop-reading.ts'
import { takeFileBack } from './commands/take-file-back.ts'
import { thawPaper } from './commands/thaw-paper.ts'
import { uploadSigned } from './commands/upload-signed.ts'
import { wordPaper } from './commands/word-paper.ts'
import { writePaper } from './commands/write-paper.ts'
import { incomingDeadlines, mailDeadlines, paperDeadlines } from './deadlines.ts'
import { dossierExport, sendingExport } from './dispatch/exports.ts'
import { mailPapers } from './dispatch/mail-job.ts'
import { paperHoldings } from './holdings.ts'
import { paperExport } from './paper-export.ts'
import { printExport } from './print-export.ts'
import { cameAbout } from './queries/came-about.ts'
import { fileReading } from './queries/file-reading.ts'
import { incoming, incomingRegister } from './queries/incoming.ts'
import { list } from './queries/list.ts'
import { ofSource } from './queries/of-source.ts'
import { paper } from './queries/paper.ts'
import { register } from './queries/register.ts'
import { writing } from './queries/writing.ts'
import { readIncoming } from './reading/job.ts'
import { registerExport } from './registers/register-export.ts'
import { incomingSearch, paperSearch } from './search.ts'
import { stampPapers } from './stamp-job.ts'
import { incomingVerdict, verdictExport } from './verdict-export.ts'

/** Papers as records: prepared, frozen, signed, numbered, sealed, issued; and the registers of their numbers. */
export const papers: Feature = {
  name: 'papers',
  commands: [
    preparePaper,
    writePaper,
    rewritePaper,
    enterPaper,
    changeRecipients,
    wordPaper,
    checkPaper,
    freezePaper,
    thawPaper,
    removePaper,
    restorePaper,
    numberPaper,
    keepNumber,
    cancelNumber,
    openBook,
    setTerm,
    signPaper,
    sealPaper,
    uploadSigned,
    addStamp,
    fileScan,
    giveIncoming,
    noteMailed,
    mailAgain,
    recallPaper,
    receivePaper,
    registerIncoming,
    returnSending,
    sendPaper,
    settleIncoming,
    readPaperFile,
    stopReading,
    resumeReading,
    readAgain,
    discardPaperFile,
    takeFileBack,
    beginPages,
    keepReadPage,
    finishFileReading,
    failFileReading,
  ],
  queries: [list, paper, ofSource, register, incomingRegister, incoming, cameAbout, fileReading, writing],
  deadlines: [paperDeadlines, mailDeadlines, incomingDeadlines],
  holdings: [paperHoldings],
  jobs: ground => [mailPapers(ground), stampPapers(ground), readIncoming(ground)],
  searchables: [paperSearch, incomingSearch],
  exports: [paperExport, printExport, verdictExport, incomingVerdict, sendingExport, dossierExport, registerExport],
}
