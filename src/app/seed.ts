import type { Engine } from '../engine/runner.ts'
import { loadAmendments } from './seed-amendments.ts'
import { loadBudget } from './seed-budget.ts'
import { loadByPost } from './seed-by-post.ts'
import { loadCascade } from './seed-cascade.ts'
import { loadCommunes } from './seed-communes.ts'
import { loadDirectives } from './seed-directives.ts'
import { loadDissemination } from './seed-dissemination.ts'
import { loadEndings } from './seed-endings.ts'
import { loadExchange } from './seed-exchange.ts'
import { loadGroups } from './seed-groups.ts'
import { loadCommendations, loadHonours } from './seed-honours.ts'
import { loadIndicators } from './seed-indicators.ts'
import { loadLastYear } from './seed-last-year.ts'
import { loadLevels } from './seed-levels.ts'
import { loadMovements } from './seed-movements.ts'
import { loadOutcomes } from './seed-outcomes.ts'
import { loadOwnKinds } from './seed-own-kinds.ts'
import { loadPapers } from './seed-papers.ts'
import { loadPeople } from './seed-people.ts'
import { loadPetitions } from './seed-petitions.ts'
import { loadPlaces } from './seed-places.ts'
import { loadPosts } from './seed-posts.ts'
import { loadProgramme } from './seed-programme.ts'
import { loadReorganisations } from './seed-reorganisations.ts'
import { loadRequests } from './seed-requests.ts'
import { loadReview } from './seed-review.ts'
import { loadSupervision } from './seed-supervision.ts'
import { loadWork } from './seed-work.ts'
import { loadWriting } from './seed-writing.ts'

/** Loads the fictional province, as commands sent by its people. */
export async function loadSamples(engine: Engine): Promise<void> {
  const people = await loadPeople(engine)
  const places = await loadPlaces(engine)
  const programmeId = await loadProgramme(engine, people)
  const planId = await loadWork(engine, people, programmeId, places)
  await loadOwnKinds(engine, people, { programmeId, planId, places })
  await loadPosts(engine, people, planId)
  await loadBudget(engine, people, { planId, programmeId })
  await loadIndicators(engine, people, programmeId)
  await loadGroups(engine, people, programmeId)
  await loadDissemination(engine, people, programmeId)
  await loadMovements(engine, people, places, programmeId)
  await loadOutcomes(engine, people, places, programmeId)
  await loadPetitions(engine, people, places, programmeId)
  await loadSupervision(engine, people, places, programmeId)
  await loadHonours(engine, people, places, programmeId)
  await loadDirectives(engine, people, programmeId)
  await loadCommendations(engine, people, programmeId)
  await loadExchange(engine, people, programmeId)
  await loadRequests(engine, people, programmeId)
  const reviewId = await loadReview(engine, people, programmeId)
  await loadWriting(engine, people, programmeId)
  await loadAmendments(engine, people, programmeId)
  await loadByPost(engine, people)
  await loadEndings(engine, people, programmeId)
  await loadLastYear(engine, people)
  await loadCascade(engine, people, programmeId)
  const commune = await loadCommunes(engine, people, programmeId)
  await loadLevels(engine, people, programmeId, commune)
  await loadReorganisations(engine, people)
  await loadPapers(engine, people, { reviewId, planId })
}
