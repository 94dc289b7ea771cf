import type { Feature } from '../../engine/feature.ts'
import { addParent } from './commands/add-parent.ts'
import { answerFigures } from './commands/answer-figures.ts'
import { askFigures } from './commands/ask-figures.ts'
import { citeProgramme } from './commands/cite-programme.ts'
import { closeBelow } from './commands/close-below.ts'
import { linkClauses } from './commands/link-clauses.ts'
import { lockFigures } from './commands/lock-figures.ts'
import { openBelow } from './commands/open-below.ts'
import { removeParent } from './commands/remove-parent.ts'
import { restoreParent } from './commands/restore-parent.ts'
import { returnFigures } from './commands/return-figures.ts'
import { saveAdaptation } from './commands/save-adaptation.ts'
import { sendTemplate } from './commands/send-template.ts'
import { signCopy } from './commands/sign-copy.ts'
import { unlockFigures } from './commands/unlock-figures.ts'
import { writeTemplate } from './commands/write-template.ts'
import { citable } from './queries/citable.ts'
import { clauseLevels } from './queries/clause-levels.ts'
import { copy } from './queries/copy.ts'
import { ledger } from './queries/ledger.ts'
import { mapping } from './queries/mapping.ts'
import { series } from './queries/series.ts'
import { templateDraft, templates } from './queries/templates.ts'
import { cascadeDeadlines } from './sending/deadlines.ts'
import { ledgerExport } from './sending/ledger-export.ts'

/** From level to level: which clauses of ours carry out those of the programme above, and what the communes below make of ours. */
export const cascade: Feature = {
  name: 'cascade',
  commands: [
    addParent,
    citeProgramme,
    openBelow,
    closeBelow,
    removeParent,
    restoreParent,
    linkClauses,
    writeTemplate,
    sendTemplate,
    saveAdaptation,
    signCopy,
    askFigures,
    answerFigures,
    returnFigures,
    lockFigures,
    unlockFigures,
  ],
  queries: [mapping, citable, clauseLevels, templates, templateDraft, ledger, series, copy],
  deadlines: [cascadeDeadlines],
  exports: [ledgerExport],
}
