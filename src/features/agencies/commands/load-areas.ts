import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { areaRow, decisionInput, lastDayBefore, whyNotAreas } from '../places/areas.ts'
import { KEEP_PLACES } from '../places/rules.ts'
import { getPlaces } from '../places/store.ts'

/** Enters the classes that one decision gives, all or none; where it replaces earlier ones of these classes, they end the day before. */
export const loadAreas = command({
  name: 'agencies.load-areas',
  permission: KEEP_PLACES,
  input: z.strictObject({
    loadId: uuid,
    decision: decisionInput,
    replaces: z.boolean(),
    rows: z.array(areaRow).min(1).max(5000),
  }),
  run: async ({ tx }, { loadId, decision, replaces, rows }) => {
    refuseIf(whyNotAreas(rows))
    await getPlaces(
      tx,
      rows.map(row => row.placeId),
    )
    if (replaces)
      await tx
        .updateTable('area_class')
        .set({ valid_to: lastDayBefore(decision.validFrom) })
        .where('class', 'in', [...new Set(rows.map(row => row.class))])
        .where('valid_to', 'is', null)
        .where('valid_from', '<', decision.validFrom)
        .execute()
    const given = { decision_number: decision.number, decision_date: decision.date, issuer: decision.issuer }
    const added = await tx
      .insertInto('area_class')
      .values(
        rows.map(row => ({
          id: row.areaId,
          place_id: row.placeId,
          class: row.class,
          valid_from: decision.validFrom,
          load_id: loadId,
          ...given,
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .execute()
    // A class that stands already is not given a second time, and a part of a table is none.
    if (added.length < rows.length) refuseIf({ code: 'places.class-standing' })
    const detail = { decision: decision.number, rows: rows.length, replaces }
    return { result: { loaded: rows.length }, audit: { kind: 'area-table', id: loadId, detail } }
  },
})
