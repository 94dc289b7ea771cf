import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { releaseImport } from '../bulk/store.ts'
import { uuid } from '../contract.ts'
import { WORK } from '../rules.ts'

/** The last row of a file is in: every row of it stands from now on, all in one. `rows`: how many were held back. */
export const finishImport = command({
  name: 'activities.finish-import',
  permission: WORK,
  input: z.strictObject({ importId: uuid, programmeId: uuid, rows: z.int().min(1) }),
  run: async ({ tx, acting }, { importId, programmeId, rows }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await releaseImport(tx, { importId, programmeId, bodyId: acting.bodyId }, rows)
    return {
      result: { rows },
      audit: { kind: 'activity-import', id: importId, programme: programmeId, detail: { finished: rows } },
    }
  },
})
