import { activities } from './activities.ts'
import { agencies } from './agencies.ts'
import { amendments } from './amendments.ts'
import { budget } from './budget.ts'
import { calendar } from './calendar.ts'
import { cascade } from './cascade.ts'
import { commendations } from './commendations.ts'
import { directives } from './directives.ts'
import { dissemination } from './dissemination.ts'
import { documents } from './documents.ts'
import { endings } from './endings.ts'
import { exchange } from './exchange.ts'
import { groups } from './groups.ts'
import { honours } from './honours.ts'
import { indicators } from './indicators.ts'
import { instructions } from './instructions.ts'
import { kinds } from './kinds.ts'
import { movements } from './movements.ts'
import { outcomes } from './outcomes.ts'
import { papers } from './papers.ts'
import { petitions } from './petitions.ts'
import { places } from './places.ts'
import { planCarry } from './plan-carry.ts'
import { planViews } from './plan-views.ts'
import { plans } from './plans.ts'
import { post } from './post.ts'
import { programmes } from './programmes.ts'
import { reminders } from './reminders.ts'
import { renewal } from './renewal.ts'
import { reorganisation } from './reorganisation.ts'
import { reviews } from './reviews.ts'
import { supervision } from './supervision.ts'
import { writing } from './writing.ts'

/** The catalogues that come with the first screen other than "Việc của tôi". Keys begin with the feature's name. */
export const features = {
  ...agencies,
  ...places,
  ...calendar,
  ...programmes,
  ...groups,
  ...amendments,
  ...kinds,
  ...movements,
  ...outcomes,
  ...papers,
  ...petitions,
  ...supervision,
  ...writing,
  ...honours,
  ...directives,
  ...commendations,
  ...plans,
  ...instructions,
  ...indicators,
  ...planCarry,
  ...planViews,
  ...budget,
  ...activities,
  ...dissemination,
  ...documents,
  ...exchange,
  ...reorganisation,
  ...reviews,
  ...renewal,
  ...endings,
  ...cascade,
  ...post,
  ...reminders,
}
