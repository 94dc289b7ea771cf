import type { ReadDb } from '../../../engine/db/database.ts'
import { standingAgreements } from '../agreements.ts'
import type { CitedPaper } from '../by-post/index.ts'
import type { Standing } from './rules.ts'
import { type Amendment, agreementOn, getAmendment } from './store.ts'

/** An amendment with the sides that have agreed to it, and the papers by which some of them did. */
export async function standingOf(
  db: ReadDb,
  id: string,
): Promise<Amendment & Standing & { papers: { bodyId: string; paper: CitedPaper }[] }> {
  const found = await getAmendment(db, id)
  const agreements = (await standingAgreements(db, agreementOn(found))).filter(one => one.digest === found.digest)
  const papers = agreements.flatMap(({ bodyId, paper }) => (paper ? [{ bodyId, paper }] : []))
  return { ...found, agreedBy: agreements.map(one => one.bodyId), papers }
}
