import type { ReadDb } from '../../engine/db/database.ts'
import { fieldsOverTime, type KindBook, kindsOfProgramme, nameOfKind, partsOfFields } from '../activities/index.ts'
import { getPlaces } from '../agencies/index.ts'
import type { FigureQuery } from './contract.ts'
import type { Named } from './counted.ts'

/** What the condition of a figure narrows by is called. */
export async function namesOf(
  db: ReadDb,
  programmeId: string,
  { kind, itemId, activityKind, part = '' }: FigureQuery,
  bodies: ReadonlyMap<string, string>,
): Promise<Named> {
  const kinds = activityKind === undefined ? null : await kindsOfProgramme(db, programmeId)
  const body = kind === 'informing' ? bodies.get(part.slice(part.indexOf('.') + 1)) : undefined
  const commune = kind === 'activities' && part ? (await getPlaces(db, [part]))[0]?.name : undefined
  const item = itemId === undefined ? undefined : await titleOf(db, itemId)
  return {
    ...(kinds && { kind: nameOfKind(kinds, activityKind!), ...fieldOf(kinds, activityKind!, part) }),
    ...(body && { body }),
    ...(commune && { commune }),
    ...(item && { item }),
    ...(kind === 'movements' && (await measureOf(db, part))),
  }
}

/** "Kiến nghị sau giám sát: đã gửi" */
function fieldOf(kinds: KindBook, kind: string, part: string): Named {
  const found = partsOfFields(fieldsOverTime(kinds, kind)).find(one => one.part === part)
  return found ? { part: [found.label, found.word].filter(Boolean).join(': ') } : {}
}

const titleOf = async (db: ReadDb, itemId: string): Promise<string | undefined> =>
  (await db.selectFrom('plan_item').select('title').where('id', '=', itemId).executeTakeFirst())?.title

/** A measure of a campaign; "recognised" and "copied" are none. */
async function measureOf(db: ReadDb, part: string): Promise<Named> {
  if (!/^[\da-f-]{36}$/.test(part)) return {}
  const row = await db.selectFrom('movement_measure').select('name').where('id', '=', part).executeTakeFirst()
  return row ? { part: row.name } : {}
}
