import type { HoldingSource, JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import type { Actor, Role } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dueReorganisations, getReorganisation } from './store.ts'

/** Applies every agreed event on its day, the earliest first; one that cannot be applied says why, holds up no other and is tried again. */
export const applyDue = (ground: JobGround): Job => ({
  name: 'reorganisation.apply-due',
  everyMinutes: 30,
  run: async () => {
    const due = await ground.read(db => dueReorganisations(db, vietnamDate(ground.now())))
    const unforeseen: unknown[] = []
    for (const { id: reorganisationId, failure } of due)
      try {
        await ground.run('reorganisation.apply', { reorganisationId })
      } catch (error) {
        const code = error instanceof Refusal ? error.code : 'reorganisation.unforeseen'
        if (!(error instanceof Refusal)) unforeseen.push(error)
        if (code !== failure) await ground.run('reorganisation.note-failure', { reorganisationId, code })
      }
    if (unforeseen.length > 0) throw new AggregateError(unforeseen, 'reorganisations were not applied')
  },
})

/** Counts what the bodies that end still hold, each within the rights of its own leader. */
export const countHoldings = (ground: JobGround, sources: readonly HoldingSource[]): Job => ({
  name: 'reorganisation.count',
  run: async data => {
    const { reorganisationId } = data as { reorganisationId: string }
    const { content } = await ground.read(db => getReorganisation(db, reorganisationId))
    const counts = []
    for (const { bodyId } of content.endings) {
      const counted = await countOf(ground, sources, bodyId)
      counts.push(...[...counted].map(([kind, count]) => ({ bodyId, kind, count })))
    }
    await ground.run('reorganisation.note-counts', { reorganisationId, counts })
  },
})

async function countOf(ground: JobGround, sources: readonly HoldingSource[], bodyId: string): Promise<Map<string, number>> {
  const leader = await ground.read(db =>
    db
      .selectFrom('account_today')
      .select(['id', 'display_name', 'roles'])
      .where('body_id', '=', bodyId)
      .where('disabled_at', 'is', null)
      .execute(),
  )
  const counts = new Map<string, number>()
  const chosen = leader.find(one => one.roles?.includes('leader')) ?? leader[0]
  if (!chosen) return counts
  const actor: Actor = {
    accountId: chosen.id!,
    bodyId,
    roles: (chosen.roles ?? []) as Role[],
    displayName: chosen.display_name ?? '',
  }
  await ground.readAs(actor, async context => {
    counts.set('account', leader.length)
    const joined = await context.db.selectFrom('programme_party').select('programme_id').where('body_id', '=', bodyId).execute()
    counts.set('programme', joined.length)
    for (const source of sources) counts.set(source.kind, (counts.get(source.kind) ?? 0) + (await source.find(context)).length)
  })
  return new Map([...counts].filter(([, count]) => count > 0))
}
