import { command } from '../../../engine/command.ts'
import { setDatedRow } from '../../../engine/db/dated-rows.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setRouteInput } from '../contract.ts'
import { KEEP } from '../rules.ts'
import { checkField, communeOf } from '../store.ts'

/** Says to whom matters of a field, place and level are proposed to go from a day on. What held before ends the day before. */
export const setRoute = command({
  name: 'petitions.set-route',
  permission: KEEP,
  input: setRouteInput,
  run: async ({ tx, acting, now }, { routeId, field, placeId, level, addressee, decidedBy, validFrom }) => {
    if (field) await checkField(tx, field)
    const place_id = placeId && (await communeOf(tx, placeId))
    const by = { created_by: personOf(acting).accountId, created_at: now }
    const row = { id: routeId, field, place_id, level, addressee, decided_by: decidedBy, valid_from: validFrom, ...by }
    await setDatedRow(tx, 'petition_route', ['level', 'field', 'place_id'], row)
    return { result: { routeId }, audit: { kind: 'petition-route', id: routeId, detail: { field, level, validFrom } } }
  },
})
