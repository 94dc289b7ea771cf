import type { ReadDb } from '../../../engine/db/database.ts'
import type { QueryContext } from '../../../engine/query.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getBody } from '../../agencies/index.ts'
import type { IssuingBody } from '../../documents/index.ts'
import { getProgramme, partiesOn } from '../../programmes/index.ts'
import { getReview } from '../../reviews/index.ts'
import { getPaper, type PaperRow } from '../store.ts'
import type { Written } from './contract.ts'

type Context = Pick<QueryContext, 'db' | 'today'>
/** A body as it issues today. */
export type Issuer = Omit<IssuingBody, 'signer'> & { bodyId: string; shortName: string }

/** Who may issue a paper that is written: the parties of the programme that it serves, or those who issued what it corrects. */
export async function issuersOf({ db, today }: Context, programmeId: string | null, amended: PaperRow | null): Promise<Issuer[]> {
  const ids = amended?.parties.map(party => party.bodyId)
  const parties = programmeId ? await partiesOn(db, programmeId, today) : await Promise.all(ids!.map(id => bodyAsIssuer(db, id)))
  return ids ? ids.flatMap(id => parties.find(party => party.bodyId === id) ?? []) : parties
}

async function bodyAsIssuer(db: ReadDb, bodyId: string): Promise<Issuer> {
  const { name, short_name: shortName, symbol, kind, place, superior } = await getBody(db, bodyId)
  return { bodyId, name, shortName, symbol, kind, place, superior }
}

/** What a paper that is written serves: the paper that it corrects, and the programme. Refuses 'not-found'. */
export async function servedBy(db: ReadDb, written: Written): Promise<{ amended: PaperRow | null; programmeId: string | null }> {
  if (written.form === 'correction') {
    const amended = await getPaper(db, written.amends)
    return { amended, programmeId: amended.programmeId }
  }
  const { id } = await getProgramme(db, written.programmeId)
  const review = written.form === 'invitation' && written.reviewId ? await getReview(db, written.reviewId) : null
  if (review && review.programmeId !== id) throw new Refusal('not-found', { what: 'review' })
  return { amended: null, programmeId: id }
}
