import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { isoDate, shortText, uuid } from '../contract.ts'
import { mapPlaces } from '../places/mapping.ts'
import { mappingGround, writeMapping } from '../places/mapping-store.ts'
import { KEEP_PLACES } from '../places/rules.ts'

/** Old units give way to new ones by a decision, the whole table or nothing of it; old names and old places stay readable. */
export const mapPlacesCommand = command({
  name: 'agencies.map-places',
  permission: KEEP_PLACES,
  input: z.strictObject({
    loadId: uuid,
    decision: z.strictObject({ number: shortText, date: isoDate, issuer: shortText }),
    /** The first day of the new units. */
    effectiveOn: isoDate,
    rows: z
      .array(z.strictObject({ placeId: uuid, successorId: uuid, share: z.number().gt(0).max(1).nullable().optional() }))
      .min(1)
      .max(20_000),
  }),
  run: async ({ tx, today }, { loadId, decision, effectiveOn, rows }) => {
    // `place.parent_id` says where a place lies today.
    if (effectiveOn > today) refuseIf({ code: 'places.mapped-ahead', data: { on: effectiveOn } })
    if (decision.date > effectiveOn) refuseIf({ code: 'places.decided-later' })
    const { mapped, problem } = mapPlaces(rows, { ...(await mappingGround(tx)), from: effectiveOn })
    refuseIf(problem)
    if (mapped) await writeMapping(tx, mapped, { loadId, decision, effectiveOn, lastDay: addDays(effectiveOn, -1) })
    const done = { ended: mapped?.ended.length ?? 0, moved: mapped?.moves.length ?? 0 }
    return { result: done, audit: { kind: 'place-table', id: loadId, detail: { ...done, decision: decision.number } } }
  },
})
