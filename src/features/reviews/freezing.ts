import type { ReadDb } from '../../engine/db/database.ts'
import { Kept } from '../../kernel/kept.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { digestOf, sideSigners, standingAgreements } from '../programmes/index.ts'
import { compile } from './compiling/compile.ts'
import type { CompiledReview, Figure } from './contract.ts'
import { idOf } from './figure-id.ts'
import { wordsOfFigures } from './figure-text.ts'
import { loadInput } from './load-input.ts'
import { digestOfSources, type Sources, sourcesOf } from './sources.ts'
import { frozenOf, type Review } from './store.ts'
import { type Overtaken, overtakenIn } from './writing/overtaken.ts'
import { openText } from './writing/text.ts'
import { getText } from './writing/text-store.ts'
import { writtenOver, writtenReview } from './writing/written-review.ts'

export type Live = { compiled: CompiledReview; digest: string }

/** A review as it was compiled, and the figures that a shared text has beyond it, reckoned from the same records. */
type Compiled = Live & { reckoned: Map<string, Figure> }

/** Reviews as they were last compiled, by what they were compiled from. */
const kept = new Kept<Compiled>(6)

/**
 * What the parties agree to: the review as its records stand now, and its digest. It is compiled anew only where something that it is
 * compiled from has changed since: whoever refreshes it, and whoever holds its row to freeze it, waits for no more than that question.
 * The words of a shared text, which change with every stroke, are laid over it each time.
 */
export async function compileLive(db: ReadDb, review: Review): Promise<Live> {
  if (!review.written) return compiledOnce(db, review)
  const told = await toldOf(db, review)
  const { state } = await getText(db, review.id)
  const over = writtenOver(told.compiled, state, query => told.reckoned.get(idOf(query)) ?? null)
  if (over) return liveOf(over)
  const anew = writtenReview(await loadInput(db, review, await sourcesOf(db, review)), state)
  // Who asks next need not load the records for them.
  for (const figure of Object.values(anew.figures)) told.reckoned.set(figure.id, figure)
  return liveOf(anew)
}

/** What compiling tells by itself, beside the words that the sides write. */
export const toldOf = (db: ReadDb, review: Review): Promise<Compiled> => compiledOnce(db, { ...review, texts: {} })

async function compiledOnce(db: ReadDb, review: Review): Promise<Compiled> {
  const sources = await sourcesOf(db, review)
  const key = keyOf(review, sources)
  const known = kept.get(key)
  if (known) return known
  const live = { ...liveOf(compile(await loadInput(db, review, sources))), reckoned: new Map() }
  // What has changed while it was loaded would stand under a name that it no longer bears.
  if (sources.marks.moment !== null || key === keyOf(review, await sourcesOf(db, review))) kept.set(key, live)
  return live
}

const keyOf = (review: Review, sources: Sources): string => `${review.id} ${digestOfSources(review, sources)}`

/** The digest leaves out absent fields, as does what is stored and sent. */
const liveOf = (compiled: CompiledReview): Live => ({ compiled, digest: digestOf(agreedForm(compiled)) })

/** What the parties agree to of a review: a figure by its id, which is its condition, its number and its unit. */
export const agreedForm = ({ figures, ...rest }: CompiledReview) => ({
  ...rest,
  figures: Object.fromEntries(Object.values(figures).map(({ id, value, unit }) => [id, `${value} ${unit}`])),
})

/** What of a shared text has been overtaken by what was recorded since; null where it is not known, or frozen. */
export async function overtakenOf(db: ReadDb, review: Review): Promise<Overtaken | null> {
  if (!review.written || review.state === 'frozen') return null
  const { state, seen } = await getText(db, review.id)
  if (seen === null) return null
  const { compiled } = await toldOf(db, review)
  const words = wordsOfFigures(compiled)
  return overtakenIn(openText(state), compiled.blocks, seen, id => ({ text: words.get(id) ?? '…' }))
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
