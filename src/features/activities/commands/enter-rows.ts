import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, type WhyNot } from '../../../kernel/refusal.ts'
import { getPlaces } from '../../agencies/index.ts'
import { itemsOfProgramme } from '../../plans/index.ts'
import { termOf } from '../../programmes/index.ts'
import { idOfRow, insertRows } from '../bulk/store.ts'
import { type BulkRow, bulkRow, MOST_ROWS, uuid } from '../contract.ts'
import { placesIn } from '../details.ts'
import { kindNow } from '../kind-book.ts'
import { kindsOfProgramme } from '../own-kinds/store.ts'
import { WORK, whyNotFigures, whyNotHeld, whyNotItems } from '../rules.ts'

/**
 * Enters rows of a table of activities. `held`: the file is taken whole or not at all, its rows stand once it is finished. Rows that cannot
 * stand are answered each with its reason; where `held` then none of these rows is written. Rows that are there already are counted as known.
 */
export const enterRows = command({
  name: 'activities.enter-rows',
  permission: WORK,
  input: z.strictObject({
    importId: uuid,
    programmeId: uuid,
    held: z.boolean(),
    rows: z.array(bulkRow).min(1).max(MOST_ROWS),
  }),
  run: async ({ tx, acting, now, today }, { importId, programmeId, held, rows }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const term = await termOf(tx, programmeId)
    const kinds = await kindsOfProgramme(tx, programmeId)
    const items = new Map((await itemsOfProgramme(tx, programmeId)).map(item => [item.id, item]))
    const placed = rows.flatMap(row => [...row.placeIds, ...placesIn(kindNow(kinds, row.kind)?.fields ?? [], row.details)])
    await getPlaces(tx, [...new Set(placed)])
    const first = new Map<string, number>()
    const whyNot = (id: string, row: BulkRow): WhyNot => {
      const twin = first.get(id)
      if (twin !== undefined) return { code: 'activities.bulk-twice', data: { line: twin } }
      first.set(id, row.line)
      const under = row.itemIds.flatMap(id => items.get(id) ?? [])
      if (under.length < row.itemIds.length) return { code: 'not-found', data: { what: 'item' } }
      return whyNotItems(under, programmeId) ?? whyNotHeld(row, term, today) ?? whyNotFigures(kinds, row)
    }
    const named = rows.map(row => ({ id: idOfRow(row, acting.bodyId, programmeId), row }))
    const problems = named.flatMap(({ id, row }) => {
      const problem = whyNot(id, row)
      return problem ? [{ line: row.line, ...problem }] : []
    })
    const bad = new Set(problems.map(one => one.line))
    const good = held && bad.size > 0 ? [] : named.filter(({ row }) => !bad.has(row.line))
    const of = { importId, programmeId, bodyId: acting.bodyId, accountId: acting.accountId, now, kinds }
    const entered = await insertRows(tx, good, of, held)
    const detail = { entered: entered.length, held }
    return {
      result: { entered: entered.length, known: good.length - entered.length, problems },
      audit: { kind: 'activity-import', id: importId, programme: programmeId, detail },
    }
  },
})
