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
