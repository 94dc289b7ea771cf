import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { bordersField, printedOn } from '../../agencies/index.ts'
import { indicator } from '../contract.ts'
import { redrawnTable } from '../redrawn-table.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { listReports } from '../store.ts'
import { toldTable } from '../told-table.ts'

/** One indicator by commune and year as told: a column for each report, with its source. A cell that is null is not told. */
export const table = query({
  name: 'outcomes.table',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ outcome: indicator, programmeId: uuid.optional(), borders: bordersField }),
  run: async ({ db, acting, today }, { outcome, programmeId, borders }) => {
    const reports = (await listReports(db, { indicator: outcome, ...(programmeId && { programmeId }) })).toReversed()
    const told = await toldTable(db, reports)
    const names = await printedOn(db, [...new Set(reports.map(one => one.bodyId))], today, programmeId)
    return {
      columns: reports.map(
        ({ id, year, number, issuedOn, issuer, total, clausePath, programmeId: programme, bodyId, version }) => ({
          reportId: id,
          year,
          number,
          issuedOn,
          issuer,
          total,
          clausePath,
          programmeId: programme,
          enteredBy: names.get(bodyId)?.shortName ?? '',
          version,
          can: { change: whyNotChange(acting, { bodyId, removed: false }) === null },
        }),
      ),
      rows: borders === 'now' ? await redrawnTable(db, told, outcome, today) : told.map(row => ({ ...row, unlike: [] })),
      can: { record: whyNotPermitted(WORK, acting) === null },
    }
  },
})
