import { beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../src/app/registry.ts'
import { newId } from '../src/kernel/ids.ts'
import { ROLES, type Role } from '../src/kernel/permissions.ts'
import { type Expected, expected } from './access/expected.ts'
import { fingerprint } from './access/fingerprint.ts'
import { SIDES, type Side, type Stage, setStage, usernameOf } from './access/stage.ts'
import { listen, type Session } from './harness/http.ts'
import { openTestSite } from './harness/site.ts'

const PASSWORD = 'mật khẩu để thử'
/** What a refusal for want of rights may say; anything else means that the attempt was not a fair one. */
const FOR_WANT_OF_RIGHTS = [
  'not-permitted',
  'not-authorised',
  'not-found',
  'agencies.not-your-body',
  'activities.not-yours',
  'plans.not-your-budget',
  'reviews.not-your-review',
  'reviews.not-your-dispute',
  'reviews.not-your-remark',
  'reviews.not-your-part',
  'clearance.needed',
  'plans.not-your-proposal',
  'groups.not-yours',
  'groups.own-meeting',
  'groups.not-lead',
  'exchange.not-your-request',
  'exchange.not-yours',
  'exchange.not-addressee',
  'exchange.not-a-signer',
  'programmes.amendment-not-yours',
  'petitions.not-yours',
  'petitions.not-handler',
  'supervision.not-yours',
  'commendations.not-yours',
  'movements.not-yours',
  'outcomes.not-yours',
  'cascade.not-yours',
  'directives.not-yours',
  'papers.not-yours',
  'papers.lead-makes',
  'papers.not-your-turn',
  'papers.not-addressee',
  'reorganisation.not-concerned',
  // A side that would record a paper of its own, contest another's record or withdraw it.
  'post.in-own-name',
  'post.not-in-your-name',
  'post.not-your-record',
  'exchange.not-approved',
  'clearance.other-unit',
]

const site = await openTestSite()
const http = await listen(site, { signInsPerMinute: 1000 })
const sessions = new Map<string, Session>()
let stage: Stage
const everyone = SIDES.flatMap(side => ROLES.map(role => ({ side, role })))
const mayDo = ({ may }: Expected, side: Side, role: Role) => may[side]?.includes(role) ?? false
const sessionOf = (side: Side, role: Role) => sessions.get(usernameOf(side, role))!

beforeAll(async () => {
  stage = await setStage(site)
  for (const { side, role } of everyone) sessions.set(usernameOf(side, role), await http.signIn(usernameOf(side, role), PASSWORD))
})

describe('every command, sent over HTTP by every role of three bodies', () => {
  const open = [...commands.values()].filter(command => command.permission !== 'system').map(command => command.name)

  it('has its row in the table of rights, and no row is without its command', () => {
    expect(open.filter(name => !expected[name])).toEqual([])
    expect(Object.keys(expected).filter(name => !open.includes(name))).toEqual([])
  })

  it.each(open)('%s is refused to those without the right, and changes nothing', async name => {
    const row = expected[name]!
    const refused = everyone.filter(({ side, role }) => !mayDo(row, side, role))
    const input = await row.arrange(stage, stage.actor('own', 'officer'), 'own')
    await settle()
    const before = await fingerprint(site.config)
    for (const { side, role } of refused) {
      const { status, body } = await sessionOf(side, role).command(name, input)
      expect([side, role, status < 500, body.ok], JSON.stringify(body)).toEqual([side, role, true, false])
      expect(FOR_WANT_OF_RIGHTS, `${side} ${role}`).toContain(body.refusal!.code)
    }
    expect(await fingerprint(site.config)).toEqual(before)
  })

  it.each(open)('%s is done for those with the right, with one audit row', async name => {
    const row = expected[name]!
    const allowed = everyone.filter(({ side, role }) => mayDo(row, side, role))
    expect(allowed.length).toBeGreaterThan(0)
    for (const { side, role } of allowed) {
      const actor = stage.actor(side, role)
      const commandId = newId()
      const { body } = await sessionOf(side, role).command(name, await row.arrange(stage, actor, side), commandId)
      expect([side, role, body.ok], JSON.stringify(body)).toEqual([side, role, true])
      const audit = await site.engine.database.read('system', db =>
        db.selectFrom('audit').select(['account_id', 'body_id', 'command']).where('command_id', '=', commandId).execute(),
      )
      expect(audit).toEqual([{ account_id: actor.accountId, body_id: actor.bodyId, command: name }])
    }
  })

  it('is refused where it is the site’s own, and to whoever is not signed in', async () => {
    const system = [...commands.values()].filter(command => command.permission === 'system').map(command => command.name)
    expect(system.length).toBeGreaterThan(3)
    for (const name of system)
      for (const { side, role } of everyone)
        expect((await sessionOf(side, role).command(name, {})).body.refusal?.code).toBe('not-permitted')
    for (const name of open) {
      const reply = await http.post(`/api/commands/${name}`, { commandId: newId(), input: {} })
      expect(reply.status).toBe(401)
    }
  })
})

/** Waits until no job is at work, which would change the database on its own. */
async function settle(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await site.engine.database.pool.query(
      `SELECT FROM pgboss.job WHERE state IN ('created', 'active', 'retry') LIMIT 1`,
    )
    if (rows.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
