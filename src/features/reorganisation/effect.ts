import type { Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { insertName, takeNameOf } from '../agencies/index.ts'
import { type Content, heirsIn } from './content.ts'
import type { Reorganisation } from './store.ts'

type Ending = Content['endings'][number] & { lastDay: IsoDate }

/**
 * A body ends and another sits in its seat, or several do, each with what passed to it. What it held keeps its keys, to the last row;
 * changed is only what says how things stand today: its last day, the superior of those under it (of the heir the one above), its accounts and sessions, which are closed.
 */
export async function endBody(
  tx: Tx,
  event: Reorganisation,
  { bodyId, heirId, units, lastDay }: Ending,
  now: Date,
): Promise<void> {
  const by = { reorganisation_id: event.id }
  await tx
    .insertInto('body_succession')
    .values({ body_id: bodyId, heir_id: heirId, effective_on: event.effectiveOn, ...by })
    .execute()
  const others = heirsIn({ bodyId, heirId, units }, event.shares).filter(id => id !== heirId)
  if (others.length > 0)
    await tx
      .insertInto('body_co_heir')
      .values(others.map(heir_id => ({ body_id: bodyId, heir_id, ...by })))
      .execute()
  for (const one of units)
    await tx
      .insertInto('unit_succession')
      .values({ unit_id: one.unitId, heir_id: one.heirId, ...by })
      .execute()
  const ended = await tx
    .updateTable('body')
    .set(row => ({ valid_to: lastDay, version: row('version', '+', 1) }))
    .where('id', '=', bodyId)
    .returning('parent_body')
    .executeTakeFirstOrThrow()
  for (const [parent, which] of [
    [heirId, '<>'],
    [ended.parent_body, '='],
  ] as const)
    await tx
      .updateTable('body')
      .set(row => ({ parent_body: parent, version: row('version', '+', 1) }))
      .where('parent_body', '=', bodyId)
      .where('id', which, heirId)
      .execute()
  await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('account_id', 'in', db => db.selectFrom('account').select('id').where('body_id', '=', bodyId))
    .execute()
  await tx
    .updateTable('account')
    .set({ disabled_at: now })
    .where('body_id', '=', bodyId)
    .where('disabled_at', 'is', null)
    .execute()
}

export const moveBody = (tx: Tx, { bodyId, parentBody, kind, level }: Content['movings'][number]) =>
  tx
    .updateTable('body')
    .set(row => ({ parent_body: parentBody, kind, level, version: row('version', '+', 1) }))
    .where('id', '=', bodyId)
    .execute()

export async function renameBodyBy(
  tx: Tx,
  { decision, effectiveOn }: Reorganisation,
  name: Content['renamings'][number],
  { now, today }: { now: Date; today: IsoDate },
): Promise<void> {
  await insertName(tx, { ...name, decision: { number: decision.number, date: decision.date }, validFrom: effectiveOn }, now)
  await takeNameOf(tx, name.bodyId, today)
}
