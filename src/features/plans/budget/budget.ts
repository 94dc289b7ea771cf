import type { ReadDb } from '../../../engine/db/database.ts'
import { moneyInWords } from '../../../kernel/number-words.ts'
import { getProgramme, partiesOf } from '../../programmes/index.ts'
import { getPlan, itemsOf } from '../store.ts'
import { sumsOfLines } from './reckon.ts'
import { budgetLinesOf } from './store.ts'

/** Everything that a budget on screen or on paper is made of, within the rights of who reads. */
export async function budgetOf(db: ReadDb, planId: string) {
  const plan = await getPlan(db, planId)
  const programme = await getProgramme(db, plan.programmeId)
  const parties = await partiesOf(db, plan.programmeId)
  const [items, lines] = [await itemsOf(db, planId), await budgetLinesOf(db, planId)]
  const total = sumsOfLines(lines)
  return {
    plan,
    programme,
    parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
    items: items.map(({ id, position, title, clausePath, droppedReason }) => ({
      id,
      position,
      title,
      clausePath,
      dropped: droppedReason !== null,
    })),
    lines,
    total,
    words: moneyInWords(total.estimate),
  }
}

export type Budget = Awaited<ReturnType<typeof budgetOf>>
