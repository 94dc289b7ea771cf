import type { ReadDb } from '../../engine/db/database.ts'
import type { QueryContext } from '../../engine/query.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { DOTS, hasPaper, type Paper, type Wording } from '../documents/index.ts'
import { type LetterContent, letterOf, letterWording } from './letters.ts'
import { loadLetter } from './load-letter.ts'
import { whyNotLetter } from './rules.ts'
import { getPetition } from './store.ts'

/** A letter on a petition as it is handed to the clerk: by the unit that handles the petition, whose matter it stays. */
export async function officialLetter(
  context: QueryContext,
  petitionId: string,
  kind: LetterContent['kind'],
  words?: string[],
): Promise<{ paper: Paper; bodyId: string; name: string; unitId: string | null; ready: WhyNot; wording: Wording }> {
  const content = await loadLetter(context, petitionId, kind)
  const petition = await getPetition(context.db, petitionId, context.acting)
  const nobody = content.to === DOTS ? { code: 'petitions.no-addressee' } : null
  const ready = whyNotLetter(kind, petition, context.today) ?? nobody
  const { bodyId, unitId } = petition
  return { paper: letterOf(content, words), bodyId, name: content.from.name, unitId, ready, wording: letterWording(content) }
}

/** The words of a petition stand while a letter of it is frozen: it is opened, or its number cancelled, before they change. */
export async function whyNotReword(db: ReadDb, petitionId: string): Promise<WhyNot> {
  const frozen = await hasPaper(db, petitionId, { kinds: ['petition', 'petition-urging'], states: ['frozen'] })
  return frozen ? { code: 'petitions.letter-frozen' } : null
}
