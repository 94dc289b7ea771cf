import { ROLES, type Role } from '../../src/kernel/permissions.ts'
import { listen, type Session } from '../harness/http.ts'
import { openTestSite } from '../harness/site.ts'
import { SIDES, type Side, setStage, usernameOf } from './stage.ts'

const PASSWORD = 'mật khẩu để thử'

export const everyone = SIDES.flatMap(side => ROLES.map(role => ({ side, role })))

/** A site of its own for one test file, on which a person of every role of three bodies is signed in over HTTP. */
export async function signEveryoneIn() {
  const site = await openTestSite()
  const http = await listen(site, { signInsPerMinute: 1000 })
  const stage = await setStage(site)
  const sessions = new Map<string, Session>()
  for (const { side, role } of everyone) sessions.set(usernameOf(side, role), await http.signIn(usernameOf(side, role), PASSWORD))
  return { site, http, stage, sessionOf: (side: Side, role: Role) => sessions.get(usernameOf(side, role))! }
}
