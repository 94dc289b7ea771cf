import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { namesOf } from '../../agencies/index.ts'
import { DRAFT } from '../contract.ts'
import { listReorganisations } from '../store.ts'
import { withNames } from './named.ts'

/** Reorganisations that are applied, and those before that which concern the own body; of one body where it is named. */
export const list = query({
  name: 'reorganisation.list',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ bodyId: z.guid().optional() }),
  run: async ({ db, acting }, { bodyId }) => {
    const found = (await listReorganisations(db)).filter(one => bodyId === undefined || one.concerned.includes(bodyId))
    const names = await namesOf(db)
    return {
      reorganisations: found.map(one => withNames(one, names)),
      can: { draft: whyNotPermitted(DRAFT, acting) === null },
    }
  },
})
