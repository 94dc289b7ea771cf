import { sql } from 'kysely'
import type { PostalFeature } from '../programmes/index.ts'
import { changePackageRow, getPackage, replacedBy } from './store.ts'

/** A package goes to its addressee by post once it is sent; its receipt is confirmed, nothing is agreed to. */
export const packageByPost: PostalFeature = {
  find: async (db, id) => {
    const found = await getPackage(db, id)
    const whole = (bodyId: string) => (found.to === bodyId && found.state !== 'draft' ? found.digest : null)
    return { programmeId: found.programmeId, outgoing: async bodyId => ({ whole: whole(bodyId), lines: null }) }
  },
  agree: null,
  // The package waits again, unless another has taken its place; one that was that paper itself is no longer there.
  suspend: async ({ tx, today }, act) => {
    const found = await getPackage(tx, act.subjectId)
    if (act.act === 'inform') {
      const reason = act.contested?.reason ?? 'Ghi nhầm'
      if (found.state === 'received')
        await changePackageRow(tx, found, { state: 'returned', received_on: null, returned_on: today, reason })
      return
    }
    const dealtWith = found.state === 'received' || found.state === 'returned'
    if (!dealtWith || (await replacedBy(tx, found.id)) !== null) return
    await tx
      .updateTable('exchange_package')
      .set({ state: 'sent', received_on: null, returned_on: null, reason: null, version: sql`version + 1` })
      .where('id', '=', found.id)
      .where('version', '=', found.version)
      .execute()
  },
}
