import { newId } from '../../src/kernel/ids.ts'
import type { TestSite } from './site.ts'

export type TestPlaces = { communeId: string; otherCommuneId: string; villageId: string }

/** A province with two communes and a village in the first. */
export async function layPlaces({ engine }: Pick<TestSite, 'engine'>, mark = ''): Promise<TestPlaces> {
  const [provinceId, communeId, otherCommuneId, villageId] = [newId(), newId(), newId(), newId()]
  await engine.database.write('system', async tx => {
    const province = `tỉnh Sơn Hà ${mark}`.trim()
    const known = await tx.selectFrom('place').select('id').where('name', '=', province).executeTakeFirst()
    const parent_id = known?.id ?? provinceId
    if (!known) await tx.insertInto('place').values({ id: provinceId, kind: 'province', name: province }).execute()
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
  })
  return { communeId, otherCommuneId, villageId }
}
