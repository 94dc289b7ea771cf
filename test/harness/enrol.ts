import { authoritiesOf, getPersonToday } from '../../src/features/agencies/index.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, PostRole } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

/** A new person in the unit of somebody who is there. */
export async function enrolBeside(site: TestSite, colleague: Actor, username: string, roles: PostRole[]): Promise<Actor> {
  const { unit_id } = await site.engine.database.read('system', db =>
    db.selectFrom('post').select('unit_id').where('account_id', '=', colleague.accountId).executeTakeFirstOrThrow(),
  )
  const accountId = newId()
  const { bodyId } = colleague
  const account = { accountId, bodyId, unitId: unit_id ?? undefined, username, displayName: username, post: 'Chức vụ thử' }
  await site.send('system', 'agencies.create-account', { ...account, roles, password: 'mật khẩu để thử' })
  return { accountId, bodyId, roles, displayName: username }
}

/** Somebody as they would come in now: with the roles of their posts and what papers on file let them decide. */
export const asToday = (site: TestSite, person: Actor): Promise<Actor> =>
  site.engine.database.read('system', async db => {
    const { roles } = await getPersonToday(db, person.accountId)
    return { ...person, roles, authorities: await authoritiesOf(db, person.accountId, vietnamDate(site.engine.now())) }
  })
