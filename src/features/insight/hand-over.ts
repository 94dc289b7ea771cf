import { z } from 'zod'
import type { HoldingSource } from '../../engine/feature.ts'
import { query } from '../../engine/query.ts'
import type { Role } from '../../kernel/permissions.ts'
import { colleaguesOf, responsibilitiesOf, unitsHeadedBy } from '../agencies/index.ts'
import { whyNotSeeWorkOf } from './rules.ts'

const HAND_OVER: readonly Role[] = ['officer', 'head', 'leader', 'administrator']

/**
 * Open work that waits to be given to somebody else: of those whose posts have ended, for the head of their unit, the leader and the
 * administrator; of a person who is there, for that person and the head of the unit only.
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
      const seen = new Map(
        [...colleagues].filter(
          ([id, person]) =>
            (accountId === undefined ? person.gone : id === accountId) && !whyNotSeeWorkOf(acting, { person, headed }),
        ),
      )
      const named = new Map(
        (await responsibilitiesOf(db, acting.bodyId)).map(one => [`${one.kind} ${one.subjectId}`, one.accountId]),
      )
      const found = []
      for (const source of sources) if (seen.size > 0) found.push(...(await source.find(context)))
      const held = found.flatMap(one => {
        const holder = named.get(`${one.kind} ${one.id}`) ?? one.accountId
        return holder !== null && seen.has(holder) ? [{ ...one, holder }] : []
      })
      return {
        today,
        holders: [...Map.groupBy(held, one => one.holder)].map(([id, work]) => ({
          accountId: id,
          displayName: seen.get(id)!.displayName,
          gone: seen.get(id)!.gone,
          work: work.map(({ holder: _holder, accountId: _began, ...one }) => ({ ...one, elsewhere: one.elsewhere ?? false })),
        })),
      }
    },
  })
