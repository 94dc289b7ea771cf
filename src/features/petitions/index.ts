import type { Feature } from '../../engine/feature.ts'
import { acknowledgePetition } from './commands/acknowledge-petition.ts'
import { addField } from './commands/add-field.ts'
import { answerPetition } from './commands/answer-petition.ts'
import { assignPetition } from './commands/assign-petition.ts'
import { cancelReferral } from './commands/cancel-referral.ts'
import { changePetition } from './commands/change-petition.ts'
import { checkPetition } from './commands/check-petition.ts'
import { endClock } from './commands/end-clock.ts'
import { endField } from './commands/end-field.ts'
import { endRoute } from './commands/end-route.ts'
import { forgetSender } from './commands/forget-sender.ts'
import { forwardPetition } from './commands/forward-petition.ts'
import { groupPetition } from './commands/group-petition.ts'
import { handOver } from './commands/hand-over.ts'
import { keepSender } from './commands/keep-sender.ts'
import { noteReferral } from './commands/note-referral.ts'
import { recordPetition } from './commands/record-petition.ts'
import { returnPetition } from './commands/return-petition.ts'
import { routeOut } from './commands/route-out.ts'
import { setClock } from './commands/set-clock.ts'
import { setRoute } from './commands/set-route.ts'
import { sharePetition } from './commands/share-petition.ts'
import { takeBackStep } from './commands/take-back-step.ts'
import { ungroupPetition } from './commands/ungroup-petition.ts'
import { unsharePetition } from './commands/unshare-petition.ts'
import { urgePetition } from './commands/urge-petition.ts'
import { petitionDeadlines } from './deadlines.ts'
import { forwardExport, urgeExport } from './exports.ts'
import { petitionHoldings } from './holdings.ts'
import { forgettingJob, senderKeys } from './jobs.ts'
import { petitionListExport } from './list-export.ts'
import { balance } from './queries/balance.ts'
import { choices } from './queries/choices.ts'
import { list } from './queries/list.ts'
import { petition } from './queries/petition.ts'
import { sender } from './queries/sender.ts'
import { settings } from './queries/settings.ts'
import { similar } from './queries/similar.ts'
import { urging } from './queries/urging.ts'
import { petitionSearch } from './search.ts'

export { type ProgrammePetition, petitionsOfProgramme } from './figures.ts'
export { officialLetter } from './official-letter.ts'
export { type Progress, progressOf } from './progress.ts'

/** Opinions and recommendations of the people, from receipt to "confirmed by the people there". */
export const petitions: Feature = {
  name: 'petitions',
  commands: [
    recordPetition,
    changePetition,
    keepSender,
    forgetSender,
    returnPetition,
    routeOut,
    forwardPetition,
    acknowledgePetition,
    urgePetition,
    answerPetition,
    checkPetition,
    takeBackStep,
    assignPetition,
    handOver,
    groupPetition,
    ungroupPetition,
    sharePetition,
    unsharePetition,
    noteReferral,
    cancelReferral,
    addField,
    endField,
    setRoute,
    endRoute,
    setClock,
    endClock,
  ],
  queries: [list, petition, choices, similar, sender, urging, balance, settings],
  jobs: ground => [forgettingJob(ground)],
  keyHolders: [senderKeys],
  searchables: [petitionSearch],
  deadlines: [petitionDeadlines],
  holdings: [petitionHoldings],
  exports: [forwardExport, urgeExport, petitionListExport],
}
