import { z } from 'zod'
import type { HoldingSource } from '../../engine/feature.ts'
import { query } from '../../engine/query.ts'
import type { Role } from '../../kernel/permissions.ts'
import { colleaguesOf, unitsAnswering, unitsHeadedBy } from '../agencies/index.ts'
import { type Held, heldWork } from './held.ts'
import { whyNotSeeWorkOf } from './rules.ts'

const HAND_OVER: readonly Role[] = ['officer', 'head', 'leader', 'administrator']

/**
 * Open work that waits to be given to somebody else: of those who have left, or whose post in which they took it on has ended, for the
 * head of their unit, the leader and the administrator; of a person who is there, for that person and the head of the unit only.
 */
export const handOver = (sources: readonly HoldingSource[]) =>
  query({
    name: 'insight.hand-over',
    permission: { roles: HAND_OVER, reach: 'own' },
    input: z.strictObject({ accountId: z.guid().optional() }),
    run: async (context, { accountId }) => {
      const { db, acting, today } = context
      if (typeof acting === 'string') return { today, holders: [] }
      const colleagues = await colleaguesOf(db, acting.bodyId)
      const headed = await unitsHeadedBy(db, acting, today)
      const seen = (one: Held): boolean => {
        const person = colleagues.get(one.accountId)
        if (!person) return false
        const waits = person.gone || one.over
        if (accountId !== undefined) {
          // The head of a unit that they served once sees what was left there alone, below.
          const units = unitsAnswering(person, false)
          return one.accountId === accountId && !whyNotSeeWorkOf(acting, { person: { ...person, units }, headed })
        }
        return waits && !whyNotSeeWorkOf(acting, { person: { ...person, gone: true }, headed })
      }
      const held = (await heldWork(context, sources)).filter(seen)
      return {
        today,
        holders: [...Map.groupBy(held, one => one.accountId)].map(([id, work]) => ({
          accountId: id,
          displayName: colleagues.get(id)!.displayName,
          gone: colleagues.get(id)!.gone,
          work: work.map(({ accountId: _holder, deputyId: _deputy, ...one }) => one),
        })),
      }
    },
  })
