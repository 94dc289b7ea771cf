import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { outcomeOf } from '../indicators.ts'
import { WORK } from '../rules.ts'
import { listReports } from '../store.ts'

/** Official reports by indicator and year, with the total that may be told. */
export const list = query({
  name: 'outcomes.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid.optional(), clausePath: z.string().max(300).optional() }),
  run: async ({ db, acting }, wanted) => ({
    reports: (await listReports(db, wanted)).map(({ bodyId: _body, removed: _removed, version: _version, ...shown }) => ({
      ...shown,
      name: outcomeOf(shown.indicator).name,
    })),
    can: { record: whyNotPermitted(WORK, acting) === null },
  }),
})
