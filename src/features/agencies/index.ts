import type { Feature } from '../../engine/feature.ts'
import { accessLog } from './access-log.ts'
import { addPlace } from './commands/add-place.ts'
import { assignWork } from './commands/assign-work.ts'
import { authorise } from './commands/authorise.ts'
import { changeBody } from './commands/change-body.ts'
import { changePassword } from './commands/change-password.ts'
import { changePlace } from './commands/change-place.ts'
import { createAccount } from './commands/create-account.ts'
import { createBody } from './commands/create-body.ts'
import { createUnit } from './commands/create-unit.ts'
import { disableAccount } from './commands/disable-account.ts'
import { endPost } from './commands/end-post.ts'
import { endSession } from './commands/end-session.ts'
import { endUnit } from './commands/end-unit.ts'
import { foundSite } from './commands/found-site.ts'
import { givePost } from './commands/give-post.ts'
import { loadAreas } from './commands/load-areas.ts'
import { loadPlaces } from './commands/load-places.ts'
import { mapPlacesCommand } from './commands/map-places.ts'
import { openSession } from './commands/open-session.ts'
import { recordFailedSignIn } from './commands/record-failed-sign-in.ts'
import { renameBody } from './commands/rename-body.ts'
import { resetSecondFactor } from './commands/reset-second-factor.ts'
import { revokeAuthorisation } from './commands/revoke-authorisation.ts'
import { takeBackName } from './commands/take-back-name.ts'
import { takeName } from './commands/take-name.ts'
import { takeSeat } from './commands/take-seat.ts'
import { takeNames } from './jobs.ts'
import { areas, placeLine, places } from './places/queries.ts'
import { accounts, authorisations, bodies, mySessions, responsibilities, staff } from './queries.ts'
import { bodySearch } from './searchables.ts'

export { authoritiesOf, authorityOf } from './authorisations.ts'
export { insertName, namesOf, printedOn, takeNameOf } from './body-store.ts'
export {
  ASSIGN,
  assignWorkInput,
  BODY_KINDS,
  BODY_LEVELS,
  type BodyKind,
  type BodyName,
  printedFields,
  shortText,
  uuid,
} from './contract.ts'
export { type Leader, leaderOf, leadersOf } from './leaders.ts'
export { AREA_CLASSES, AREA_KEYS, type AreaClass, areaClassIn, holdersOn, holdsOn, reachOf } from './places/areas.ts'
export { type Borders, bordersOn, redrawTable, type Unlike, wholeIn } from './places/borders.ts'
export { bordersField, COMMUNE_KINDS, LOCAL_KINDS, type Place, type PlaceKind } from './places/contract.ts'
export { getPlaces, heldAreas, listPlaces } from './places/store.ts'
export {
  getPersonToday,
  namesWith,
  POST_HOLDS,
  postToday,
  type Signer,
  signerToday,
  unitOf,
  unitsHeadedBy,
  unitsServedBy,
  unitWithHead,
} from './post-store.ts'
export {
  type Colleague,
  colleaguesOf,
  findResponsible,
  nameResponsible,
  type Responsibility,
  responsibilitiesOf,
} from './responsibilities.ts'
export { nameOn, needsSecondFactor, unitsAnswering, whyNotAssign } from './rules.ts'
export { codeAt } from './second-factor.ts'
export { findSession, type Me, signIn } from './sign-in.ts'
export { anyAccount, getBody } from './store.ts'
export {
  bodiesToday,
  partyToday,
  passedHere,
  rolesInSeat,
  type Succession,
  seatedIn,
  seatsOf,
  successions,
} from './succession.ts'
export { placesWords, placeWords } from './web/place-words.ts'

export const agencies: Feature = {
  name: 'agencies',
  commands: [
    foundSite,
    createBody,
    changeBody,
    renameBody,
    takeBackName,
    takeName,
    createUnit,
    endUnit,
    createAccount,
    disableAccount,
    resetSecondFactor,
    givePost,
    assignWork,
    endPost,
    authorise,
    revokeAuthorisation,
    changePassword,
    openSession,
    recordFailedSignIn,
    endSession,
    takeSeat,
    addPlace,
    changePlace,
    loadPlaces,
    loadAreas,
    mapPlacesCommand,
  ],
  queries: [bodies, accounts, mySessions, staff, authorisations, responsibilities, accessLog, places, areas, placeLine],
  jobs: ground => [takeNames(ground)],
  searchables: [bodySearch],
}
