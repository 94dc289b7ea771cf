import { exportsByName } from '../../src/app/registry.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { filterId } from '../../src/kernel/filter-id.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

type Filters = Parameters<typeof filterId>[0]

/** The rows of a list as it goes out under its filters, as the actor gets them. */
export async function tableOf(
  site: Pick<TestSite, 'engine'>,
  acting: Actor,
  name: string,
  filters: Filters = {},
): Promise<unknown[][]> {
  const one = exportsByName.get(name)!
  const id = decodeURIComponent(filterId(filters))
  if (!one.takes!(id)) throw new Error(`${name} takes no ${id}`)
  const now = site.engine.now()
  const rows = await site.engine.database.read(acting, db => one.load({ db, acting, now, today: vietnamDate(now) }, id))
  return rows as unknown[][]
}
