import type { ReadDb } from '../../engine/db/database.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { digestOf, sideSigners, standingAgreements } from '../programmes/index.ts'
import { compile } from './compiling/compile.ts'
import type { CompiledReview } from './contract.ts'
import { loadInput } from './load-input.ts'
import { frozenOf, type Review } from './store.ts'
import { getText } from './writing/text-store.ts'
import { writtenReview } from './writing/written-review.ts'

/** What the parties agree to: the review as its records stand now, and its digest. */
export async function compileLive(db: ReadDb, review: Review): Promise<{ compiled: CompiledReview; digest: string }> {
  const input = await loadInput(db, review)
  const text = review.written ? await getText(db, review.id) : null
  const compiled = text ? writtenReview(input, text.state) : compile(input)
  // The digest leaves out absent fields, as does what is stored and sent.
  return { compiled, digest: digestOf(compiled) }
}

/** The frozen content where there is one, else the live one. */
export async function compiledOf(db: ReadDb, review: Review): Promise<CompiledReview> {
  return (await frozenOf(db, review.id)) ?? (await compileLive(db, review)).compiled
}

export const subjectOf = (review: Review) => ({ programmeId: review.programmeId, kind: 'review' as const, id: review.id })

export const agreementsOf = (db: ReadDb, review: Review) => standingAgreements(db, subjectOf(review))

/** Who signs for each side: as recorded when it agreed to this content; before that the own side's leader of today, and of the others nobody. */
export const signersFor = (db: ReadDb, acting: Acting, review: Review, digest: string) =>
  sideSigners({ db, acting }, subjectOf(review), digest)
