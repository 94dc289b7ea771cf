import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../contract.ts'
import { placeInput } from '../places/contract.ts'
import { KEEP_PLACES } from '../places/rules.ts'
import { insertPlace } from '../places/store.ts'

/** Enters the rows of a table, all or none: each under a place that stands already or stands before it in the table. */
export const loadPlaces = command({
  name: 'agencies.load-places',
  permission: KEEP_PLACES,
  input: z.strictObject({ loadId: uuid, rows: z.array(placeInput).min(1).max(5000) }),
  run: async ({ tx }, { loadId, rows }) => {
    for (const row of rows) await insertPlace(tx, row)
    return { result: { loaded: rows.length }, audit: { kind: 'place-table', id: loadId, detail: { rows: rows.length } } }
  },
})
