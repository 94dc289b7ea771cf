import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, within } from '../../../kernel/permissions.ts'
import { getProgramme, partiesOf } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { threadsOf } from '../earlier.ts'
import { whyNotPropose } from '../negotiation.ts'
import { whyNotChange } from '../rules.ts'
import { getItem, getPlan } from '../store.ts'
import { provenAmong, sumsOf } from '../sums.ts'
import { itemView, reportingOf } from '../view.ts'

/** One item with the links of its thread: programme, clause, commitment, plan. */
export const item = query({
  name: 'plans.item',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ itemId: uuid }),
  run: async ({ db, acting: asks, today }, { itemId }) => {
    const found = await getItem(db, itemId)
    const acting = within(asks, found.programmeId)
    const [plan, programme] = [await getPlan(db, found.planId), await getProgramme(db, found.programmeId)]
    const clause = await db
      .selectFrom('clause')
      .select(['path', 'label', 'text'])
      .where('programme_id', '=', found.programmeId)
      .where('path', '=', found.clausePath)
      .executeTakeFirstOrThrow()
    const commitment = found.commitmentId
      ? await db.selectFrom('commitment').select(['id', 'text', 'topics']).where('id', '=', found.commitmentId).executeTakeFirst()
      : undefined
    const sums = await sumsOf(db, found.programmeId, { itemIds: [itemId], today })
    const proven = (await provenAmong(db, [itemId])).has(itemId)
    const threads = await threadsOf(db, plan)
    const at = { year: plan.year, today, acting, reporting: reportingOf(programme) }
    const parties = await partiesOf(db, found.programmeId)
    return {
      item: itemView(found, { sums: sums(itemId), thread: threads(itemId), proven }, at),
      plan: { id: plan.id, year: plan.year, state: plan.state },
      programme: { id: programme.id, title: programme.title },
      parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
      clause,
      commitment: commitment ?? null,
      can: { change: whyNotChange(acting, plan) === null, propose: whyNotPropose(acting, plan) === null },
    }
  },
})
