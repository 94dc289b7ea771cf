import { type Engine, runCommand } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import { readSample } from './samples.ts'

type PlaceSample = { kind: string; name: string; code?: string; under?: string; validFrom?: string }
type AreaSample = {
  decision: { number: string; date: string; issuer: string; validFrom: string }
  rows: { place: string; class: string }[]
}
/** Ids by the name with that of what it lies under: "Thôn Nà Lốc, Xã Nậm Mây". */
export type Places = Map<string, string>

/** The fictional province with its communes, wards and villages. */
export async function loadPlaces(engine: Engine): Promise<Places> {
  const sample = await readSample<PlaceSample[]>('dia-ban.json')
  const ids: Places = new Map()
  const rows = sample.map(({ under, ...place }) => {
    const placeId = newId()
    ids.set(place.kind === 'village' ? `${place.name}, ${under}` : place.name, placeId)
    return { placeId, ...place, ...(under && { parentId: ids.get(under)! }) }
  })
  await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.load-places', input: { loadId: newId(), rows } })
  const sampled = await readSample<AreaSample>('phan-loai.json')
  const areas = sampled.rows.map(row => ({ areaId: newId(), placeId: ids.get(row.place)!, class: row.class }))
  const input = { loadId: newId(), decision: sampled.decision, replaces: false, rows: areas }
  await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.load-areas', input })
  return ids
}
