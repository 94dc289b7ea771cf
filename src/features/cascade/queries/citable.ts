import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme, partiesOf } from '../../programmes/index.ts'
import { whyNotOpen } from '../citing/rules.ts'
import { citableProgrammes, readImports } from '../citing/store.ts'
import { mappingInput } from '../contract.ts'

/** What a programme can cite as the one above, and who has opened it itself to the levels below. */
export const citable = query({
  name: 'cascade.citable',
  permission: { roles: anyRole, reach: 'party' },
  input: mappingInput,
  run: async ({ db, acting }, { programmeId }) => {
    await getProgramme(db, programmeId)
    const opened = await db
      .selectFrom('programme_open_below')
      .select(['id', 'body_id', 'version', 'closed_at'])
      .where('programme_id', '=', programmeId)
      .execute()
    const own = opened.find(one => typeof acting !== 'string' && one.body_id === acting.bodyId)
    const isOpen = own !== undefined && own.closed_at === null
    return {
      programmes: (await citableProgrammes(db)).filter(one => one.id !== programmeId),
      imports: await readImports(db),
      sides: (await partiesOf(db, programmeId)).map(({ bodyId, shortName }) => ({
        bodyId,
        shortName,
        opened: opened.some(one => one.body_id === bodyId && one.closed_at === null),
      })),
      own: own ? { openingId: own.id, version: own.version, opened: isOpen } : null,
      can: { open: whyNotOpen(acting, isOpen) === null, close: isOpen && whyNotOpen(acting, false) === null },
    }
  },
})
