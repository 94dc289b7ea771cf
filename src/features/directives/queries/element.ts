import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { findElement, keysWithin } from '../../programmes/index.ts'
import { element as elementKey } from '../contract.ts'
import { itemsOf, supervisionsOf, worksOf } from '../elements.ts'
import { whyNotOwn } from '../rules.ts'

/** One element of the target programme: the plan items and works that serve it and its supervisions, those of its parts with them. */
export const element = query({
  name: 'directives.element',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ element: elementKey }),
  run: async ({ db, acting }, { element: key }) => {
    const found = findElement(key)
    if (!found) throw new Refusal('not-found', { what: 'element' })
    const own = typeof acting === 'string' ? null : acting.bodyId
    const keys = keysWithin(found)
    const mark = <Row extends { linkedBy: string }>({ linkedBy, ...row }: Row) => ({ ...row, ours: linkedBy === own })
    const choices = own === null ? [] : await itemChoices(db, found.cycle)
    const works = await db
      .selectFrom('construction')
      .innerJoin('place', 'place.id', 'commune_id')
      .select(['construction.id', 'construction.name', 'place.name as commune'])
      .where('body_id', '=', own)
      .orderBy('construction.name')
      .execute()
    return {
      items: (await itemsOf(db, keys)).map(mark),
      works: (await worksOf(db, keys)).map(mark),
      supervisions: await supervisionsOf(db, keys),
      choices: { items: choices, works },
      can: { link: own !== null && whyNotOwn(acting, own) === null },
    }
  },
})

const itemChoices = (db: Parameters<typeof itemsOf>[0], { from, to }: { from: number; to: number }) =>
  db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'plan_item.title', 'plan.year', 'plan_item.clause_path as clausePath'])
    .where('plan.year', '>=', from)
    .where('plan.year', '<=', to)
    .where('dropped_reason', 'is', null)
    .orderBy('plan.year', 'desc')
    .orderBy('plan_item.position')
    .execute()
