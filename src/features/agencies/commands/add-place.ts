import { command } from '../../../engine/command.ts'
import { placeInput } from '../places/contract.ts'
import { KEEP_PLACES } from '../places/rules.ts'
import { insertPlace } from '../places/store.ts'

/** Enters a unit of administration or a village into the site's list. */
export const addPlace = command({
  name: 'agencies.add-place',
  permission: KEEP_PLACES,
  input: placeInput,
  run: async ({ tx }, place) => {
    await insertPlace(tx, place)
    const { placeId, kind, name } = place
    return { result: { placeId, version: 1 }, audit: { kind: 'place', id: placeId, detail: { kind, name } } }
  },
})
