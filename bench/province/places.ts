import type { Engine } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Size } from './size.ts'

export type Commune = { id: string; name: string; villages: string[] }

/** A province of its own with its communes and their villages. */
export async function insertPlaces(engine: Engine, size: Pick<Size, 'communes' | 'villages'>): Promise<Commune[]> {
  const provinceId = newId()
  const communes = Array.from({ length: size.communes }, (_, at) => ({
    id: newId(),
    name: `xã Số ${at + 1}`,
    villages: Array.from({ length: size.villages }, () => newId()),
  }))
  const villages = communes.flatMap(({ id: parent_id, villages: ids }) =>
    ids.map((id, at) => ({ id, kind: 'village', name: `thôn ${at + 1}`, parent_id })),
  )
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'place', [{ id: provinceId, kind: 'province', name: 'tỉnh Đo Thử' }])
    await insertRows(
      tx,
      'place',
      communes.map(({ id, name }) => ({ id, kind: 'commune', name, parent_id: provinceId })),
    )
    await insertRows(tx, 'place', villages)
  })
  return communes
}
