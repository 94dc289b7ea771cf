import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { day } from '../../../kernel/fields.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme } from '../../programmes/index.ts'
import { proposedLines } from '../ending/propose.ts'
import { clausesOf } from '../ending/store.ts'

/** Each clause that holds a duty, with what is proposed of it in the other programme, and the clauses there to choose from. */
export const endingLines = query({
  name: 'renewal.ending-lines',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid(), intoId: z.guid(), effectiveOn: day.optional() }),
  run: async ({ db, today }, { programmeId, intoId, effectiveOn = today }) => {
    await getProgramme(db, programmeId)
    const duties = (await clausesOf(db, programmeId, effectiveOn)).filter(one => one.duty)
    const into = (await clausesOf(db, intoId, effectiveOn)).filter(one => one.duty)
    const proposed = new Map(proposedLines(duties, into).map(line => [line.path, line]))
    return {
      lines: duties.map(({ path, text }) => ({ path, text, proposed: proposed.get(path)! })),
      into: into.map(({ path, text }) => ({ path, text })),
    }
  },
})
