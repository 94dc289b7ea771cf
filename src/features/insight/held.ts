import type { Holding, HoldingSource } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { whyNotPermitted } from '../../kernel/permissions.ts'
import { ASSIGN, responsibilitiesOf } from '../agencies/index.ts'

const ASSIGNING = { name: 'agencies.assign-work', permission: ASSIGN }

/** Open work with who holds it now: who was named for it, else who began it. */
export type Held = Omit<Holding, 'accountId' | 'over'> & {
  accountId: string
  deputyId: string | null
  /** The post in which it was taken on holds no longer. */
  over: boolean
  /** The command that hands it on; 'elsewhere' where whoever asks may not send it. */
  command: string
  /** There is no deputy. */
  alone: boolean
}

export async function heldWork(context: QueryContext, sources: readonly HoldingSource[]): Promise<Held[]> {
  const { db, acting, today } = context
  if (typeof acting === 'string' || sources.length === 0) return []
  const kinds = sources.map(source => source.kind)
  const responsibilities = await responsibilitiesOf(db, acting.bodyId, today, ...kinds)
  const named = new Map(responsibilities.map(one => [`${one.kind} ${one.subjectId}`, one]))
  const held: Held[] = []
  for (const { command = ASSIGNING, alone = false, find } of sources)
    for (const { accountId: began, over, ...work } of await find(context)) {
      const by = named.get(`${work.kind} ${work.id}`)
      const accountId = by?.accountId ?? began
      if (accountId === null) continue
      const elsewhere = work.elsewhere || whyNotPermitted(command.permission, acting) !== null
      const stands = { accountId, deputyId: by?.deputyId ?? null, over: over ?? by?.over ?? false }
      held.push({ ...work, ...stands, elsewhere, command: command.name, alone })
    }
  return held
}
