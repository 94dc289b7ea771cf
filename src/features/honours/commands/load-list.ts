import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { sealName } from '../../../engine/keys/sealed-name.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getPlaces, unitOf } from '../../agencies/index.ts'
import { loadInput } from '../contract.ts'
import { HANDLE, whyNotDecision, whyNotRows } from '../rules.ts'
import { selectRecognitions } from '../store.ts'

/**
 * Enters a decision with those whom it recognises, all or none. Where a village had one before, that recognition ends with the day of
 * the decision, and the new one goes on with it unless the row says that it is somebody else. Each name is sealed under a key of its own; it stands in no digest, no audit row and no queue.
 */
export const loadList = command({
  name: 'honours.load-list',
  permission: HANDLE,
  input: loadInput,
  secret: true,
  prepare: async ({ keys }, list) => {
    refuseIf(whyNotRows(list.rows))
    return Promise.all(list.rows.map(row => sealName(keys, row.name, row.recognitionId)))
  },
  run: async ({ tx, acting, now, today }, { listId, number, date, decidedBy, issuer, year, rows }, sealed) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotDecision({ date, decidedBy, year }, today))
    const villages = rows.map(row => row.villageId)
    const places = await getPlaces(tx, villages)
    if (places.some(place => place.kind !== 'village')) throw new Refusal('honours.not-village')
    const kept = { body_id: bodyId, unit_id: await unitOf(tx, accountId) }
    const by = { ...kept, created_by: accountId, created_at: now }
    const decision = { decision_number: number, decision_date: date, decided_by: decidedBy, issuer, year }
    await refuseOlder(tx, villages, date)
    const entered = await tx
      .insertInto('recognition_list')
      .values({ id: listId, ...by, ...decision })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!entered) throw new Refusal('honours.loaded-already', { number })
    const ended = await tx
      .updateTable('recognition')
      .set(row => ({ ended_on: date, ended_by: 'renewed', end_noted_at: now, version: row('version', '+', 1) }))
      .where('village_id', 'in', villages)
      .where('ended_on', 'is', null)
      .returning(['id', 'village_id'])
      .execute()
    const before = new Map(ended.map(row => [row.village_id, row.id]))
    const added = await tx
      .insertInto('recognition')
      .values(
        rows.map(({ recognitionId, villageId, another }) => {
          const renews = another ? null : (before.get(villageId) ?? null)
          return { id: recognitionId, list_id: listId, village_id: villageId, renews, ...by }
        }),
      )
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .execute()
    // A village that another unit of the body keeps is not seen here, and a part of a list is none.
    if (added.length < rows.length) throw new Refusal('honours.village-standing')
    await tx
      .insertInto('recognition_name')
      .values(
        rows.map((row, at) => ({
          recognition_id: row.recognitionId,
          ...kept,
          sealed: sealed[at]!.sealed,
          sealed_key: sealed[at]!.keyId,
        })),
      )
      .execute()
    const detail = { decidedBy, year, rows: rows.length, renewed: ended.length }
    return { result: { listId, loaded: rows.length }, audit: { kind: 'recognition-list', id: listId, detail } }
  },
})

/** A decision ends none that is later than itself. */
async function refuseOlder(tx: Tx, villages: readonly string[], date: IsoDate): Promise<void> {
  const later = await selectRecognitions(tx)
    .where('village_id', 'in', villages)
    .where('ended_on', 'is', null)
    .where('list.decision_date', '>', date)
    .orderBy('list.decision_date', 'desc')
    .executeTakeFirst()
  if (later) throw new Refusal('honours.later-standing', { number: later.decision_number, day: later.decision_date })
}
