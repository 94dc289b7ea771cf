import type { HoldingSource, JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import type { Actor, Role } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Share } from './content.ts'
import { takerOf } from './share-rules.ts'
import { openPieces } from './shares.ts'
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
    const { content, shares } = await ground.read(db => getReorganisation(db, reorganisationId))
    const counts = []
    for (const { bodyId } of content.endings) {
      const leader = await leaderFor(ground, bodyId)
      if (!leader) continue
      const counted = await countOf(ground, sources, leader)
      counts.push(...[...counted].map(([kind, count]) => ({ bodyId, kind, count })))
      const own = shares.filter(share => share.bodyId === bodyId)
      if (own.length > 0) counts.push(...(await countShares(ground, leader, own)))
    }
    await ground.run('reorganisation.note-counts', { reorganisationId, counts })
  },
})

type Counting = { actor: Actor; accounts: number }

/** Within whose rights it is counted what a body holds; null where it has nobody. */
async function leaderFor(ground: JobGround, bodyId: string): Promise<Counting | null> {
  const people = await ground.read(db =>
    db
      .selectFrom('account_today')
      .select(['id', 'display_name', 'roles'])
      .where('body_id', '=', bodyId)
      .where('disabled_at', 'is', null)
      .execute(),
  )
  const chosen = people.find(one => one.roles?.includes('leader')) ?? people[0]
  if (!chosen) return null
  const roles = (chosen.roles ?? []) as Role[]
  return { actor: { accountId: chosen.id!, bodyId, roles, displayName: chosen.display_name ?? '' }, accounts: people.length }
}

async function countOf(
  ground: JobGround,
  sources: readonly HoldingSource[],
  { actor, accounts }: Counting,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  await ground.readAs(actor, async context => {
    counts.set('account', accounts)
    const joined = await context.db
      .selectFrom('programme_party')
      .select('programme_id')
      .where('body_id', '=', actor.bodyId)
      .execute()
    counts.set('programme', joined.length)
    for (const source of sources) counts.set(source.kind, (counts.get(source.kind) ?? 0) + (await source.find(context)).length)
  })
  return new Map([...counts].filter(([, count]) => count > 0))
}

/** How many pieces of each kind go to which of several heirs; the accounts, which are closed, to who takes over the people. */
async function countShares(ground: JobGround, { actor, accounts }: Counting, shares: readonly Share[]) {
  const pieces = await ground.readAs(actor, ({ db }) => openPieces(db, actor.bodyId))
  const going = pieces.map(piece => `${piece.kind} ${takerOf(shares, piece)}`)
  const people = `people ${takerOf(shares, { kind: 'people', id: '' })}`
  const counted = [...Map.groupBy(going, key => key)].map(([key, own]) => [key, own.length] as const)
  return [...counted, [people, accounts] as const].map(([key, count]) => {
    const [kind, heirId] = key.split(' ') as [string, string]
    return { bodyId: actor.bodyId, kind, heirId, count }
  })
}
