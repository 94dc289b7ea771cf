import { createHash } from 'node:crypto'
import type { ReadDb } from '../../engine/db/database.ts'
import { termSums } from '../plans/index.ts'
import { getProgramme } from '../programmes/index.ts'
import type { CompileInput } from './contract.ts'
import { loadHonours } from './honour-counts.ts'
import { loadOccurrences } from './load-occurrences.ts'
import { type Marks, marksOf, PARTS } from './marks.ts'
import type { Review } from './store.ts'
import { stretchesOf } from './stretches.ts'

/** What a review is compiled from, as far as it is asked each time. */
export type Sources = { marks: Marks; told: Pick<CompileInput, 'honours' | 'occurrences' | 'termSums'> }

export async function sourcesOf(db: ReadDb, review: Review): Promise<Sources> {
  const { programmeId, period } = review
  const { bounds, halves } = stretchesOf(await getProgramme(db, programmeId), review)
  const marks = await marksOf(db, review)
  // Of what not everybody sees row by row what is told is asked.
  const honours = await loadHonours(db, programmeId, bounds, halves)
  const occurrences = await loadOccurrences(db, programmeId, bounds)
  // Work of earlier years decides on what is aimed at for the whole term.
  const ofTerm = period.kind === 'final' ? [] : await termSums(db, programmeId, { year: period.year, until: bounds.to })
  return { marks, told: { honours, occurrences, termSums: ofTerm } }
}

/** A digest of everything that a review is compiled from. Where it is the same, the review is the same. */
export function digestOfSources({ period, texts }: Review, { marks: { ground, changes }, told }: Sources): string {
  const asked = [ground, PARTS.map(part => changes[part] ?? 0), told.honours, told.occurrences, told.termSums, period, texts]
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}
