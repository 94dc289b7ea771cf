import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { getBody } from '../agencies/index.ts'
import { capFor, overCap } from './caps.ts'
import type { Nature } from './contract.ts'
import { givenInVillage, ownAmounts, type Recognition } from './store.ts'

/**
 * What there is to know before a benefit: the ceiling of the giver, what of the same nature was given in the village within the year, by
 * whichever side, and what stands against the amount.
 */
export async function standingBefore(
  db: ReadDb,
  { id, bodyId, villageId }: Recognition,
  { nature, givenOn, amount }: { nature: Nature; givenOn: IsoDate; amount: number },
) {
  const giver = await getBody(db, bodyId)
  const cap = capFor(giver, nature, givenOn)
  const same = (await givenInVillage(db, villageId, givenOn)).filter(fact => fact.nature === nature)
  const given = cap ? await ownAmounts(db, id, cap.natures, givenOn) : []
  return { cap, same, given, over: overCap(cap, given, amount) }
}
