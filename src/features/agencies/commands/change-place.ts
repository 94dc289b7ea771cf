import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../contract.ts'
import { placeFields } from '../places/contract.ts'
import { KEEP_PLACES } from '../places/rules.ts'
import { getPlaces, updatePlace } from '../places/store.ts'

/** Puts an entry right, or ends it. What was renamed by decision ends and is entered anew, so that the past keeps its names. */
export const changePlace = command({
  name: 'agencies.change-place',
  permission: KEEP_PLACES,
  input: z.strictObject({ placeId: uuid, version: z.int(), ...placeFields }),
  run: async ({ tx }, { version, ...place }) => {
    const [before] = await getPlaces(tx, [place.placeId])
    const next = await updatePlace(tx, version, place)
    const detail = { was: before!.name, name: place.name, validTo: place.validTo }
    return { result: { placeId: place.placeId, version: next }, audit: { kind: 'place', id: place.placeId, detail } }
  },
})
