import { newId } from '../../src/kernel/ids.ts'
import type { TestSite } from './site.ts'

export type TestPlaces = { provinceId: string; communeId: string; otherCommuneId: string; villageId: string }

/** A province with two communes and a village in the first. */
export async function layPlaces({ engine }: Pick<TestSite, 'engine'>, mark = ''): Promise<TestPlaces> {
  const [newProvince, communeId, otherCommuneId, villageId] = [newId(), newId(), newId(), newId()]
  const provinceId = await engine.database.write('system', async tx => {
    const province = `tỉnh Sơn Hà ${mark}`.trim()
    const known = await tx.selectFrom('place').select('id').where('name', '=', province).executeTakeFirst()
    const parent_id = known?.id ?? newProvince
    if (!known) await tx.insertInto('place').values({ id: newProvince, kind: 'province', name: province }).execute()
    await tx
      .insertInto('place')
      .values([
        { id: communeId, kind: 'commune', name: `xã Nậm Mây ${mark}`.trim(), parent_id },
        { id: otherCommuneId, kind: 'commune', name: `xã Đăk Mây ${mark}`.trim(), parent_id },
      ])
      .execute()
    await tx
      .insertInto('place')
      .values({ id: villageId, kind: 'village', name: `thôn Nà Lốc ${mark}`.trim(), parent_id: communeId })
      .execute()
    return parent_id
  })
  return { provinceId, communeId, otherCommuneId, villageId }
}
