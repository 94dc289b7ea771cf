import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { namesOf } from '../../agencies/index.ts'
import { titlesOfProgrammes } from '../../programmes/index.ts'
import { ANSWER } from '../contract.ts'
import { listReorganisations } from '../store.ts'
import { asSeenBy, withNames } from './named.ts'

/** Reorganisations that are applied, and those before that which concern the own body; of one body where it is named. */
export const list = query({
  name: 'reorganisation.list',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ bodyId: z.guid().optional() }),
  run: async ({ db, acting }, { bodyId }) => {
    const all = (await listReorganisations(db)).map(one => asSeenBy(acting, one))
    const found = all.filter(one => bodyId === undefined || one.concerned.includes(bodyId))
    const [names, titles] = [await namesOf(db), await titlesOfProgrammes(db)]
    return {
      reorganisations: found.map(one => withNames(one, names, titles)),
      can: { draft: whyNotPermitted(ANSWER, acting) === null },
    }
  },
})
