import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { TestSite } from '../harness/site.ts'
import { everyone, signEveryoneIn } from './every-role.ts'
import { type Expected, expected } from './expected.ts'
import { fingerprint } from './fingerprint.ts'
import { FOR_WANT_OF_RIGHTS } from './for-want-of-rights.ts'
import { commandsOf, type Share } from './shares.ts'
import type { Side } from './stage.ts'

const mayDo = ({ may }: Expected, side: Side, role: Role) => may[side]?.includes(role) ?? false

/** Runs every command of a share with every role of three bodies. */
export async function checkShare(share: Share): Promise<void> {
  const { site, stage, sessionOf } = await signEveryoneIn()

  describe('every command of the share, sent over HTTP by every role of three bodies', () => {
    it.each(commandsOf(share))('%s is refused to those without the right, and changes nothing', async name => {
      const row = expected[name]!
      const refused = everyone.filter(({ side, role }) => !mayDo(row, side, role))
      const input = await row.arrange(stage, stage.actor('own', 'officer'), 'own')
      await settle(site)
      const before = await fingerprint(site.config)
      for (const { side, role } of refused) {
        const { status, body } = await sessionOf(side, role).command(name, input)
        expect([side, role, status < 500, body.ok], JSON.stringify(body)).toEqual([side, role, true, false])
        expect(FOR_WANT_OF_RIGHTS, `${side} ${role}`).toContain(body.refusal!.code)
      }
      expect(await fingerprint(site.config)).toEqual(before)
    })

    it.each(commandsOf(share))('%s is done for those with the right, with one audit row', async name => {
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
  })
}

/** Waits until no job is at work, which would change the database on its own. */
async function settle(site: TestSite): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await site.engine.database.pool.query(
      `SELECT FROM pgboss.job WHERE state IN ('created', 'active', 'retry') LIMIT 1`,
    )
    if (rows.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
