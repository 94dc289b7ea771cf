import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { directiveIdInput } from '../contract.ts'
import { standingOn, whyNotChange, whyNotOwn, whyNotRemove } from '../rules.ts'
import { countLinks, type Directive, getDirective, sameDirectives } from '../store.ts'
import { workUnder } from '../work.ts'

/** What a page shows of the activities; the rest is counted, and stands in the export. */
const SHOWN = 100

/** What was done under one document: its clauses in every own programme that cites it, and the activities that carry it out. */
export const directive = query({
  name: 'directives.directive',
  permission: { roles: anyRole, reach: 'party' },
  input: directiveIdInput,
  run: async ({ db, acting, today }, { directiveId }) => {
    const found = await getDirective(db, directiveId)
    const own = typeof acting === 'string' ? null : acting.bodyId
    const same = await sameDirectives(db, found)
    const { bodyId: _body, ...shown } = found
    return {
      today,
      directive: { ...shown, standing: standingOn(found, today) },
      replacing: found.replacedBy ? await nameOf(db, found.replacedBy) : null,
      replaces: await replacedBy(db, found),
      programmes: await Promise.all(
        same.map(async one => ({ directiveId: one.id, ...(await workUnder(db, one, { own, most: SHOWN })) })),
      ),
      can: {
        change: whyNotChange(acting, found) === null,
        remove: whyNotRemove(acting, found, await countLinks(db, directiveId)) === null,
        link: own !== null && whyNotOwn(acting, own) === null,
      },
    }
  },
})

const nameOf = async (db: ReadDb, id: string) =>
  (await db.selectFrom('directive').select(['id', 'kind', 'number', 'subject']).where('id', '=', id).executeTakeFirst()) ?? null

/** The documents in whose place this one stands. */
const replacedBy = (db: ReadDb, { id }: Directive) =>
  db
    .selectFrom('directive')
    .select(['id', 'kind', 'number', 'subject'])
    .where('replaced_by', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('issued_on')
    .execute()
