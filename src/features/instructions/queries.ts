import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { titlesOf } from '../post/index.ts'
import { getClearance, getInstruction } from '../programmes/index.ts'
import { whyNotReopen, whyNotSettle } from './rules.ts'

/** One instruction: what is to be done, about what, by when, and whether it was. */
export const instruction = query({
  name: 'instructions.instruction',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ instructionId: z.guid() }),
  run: async ({ db, acting, today }, { instructionId }) => {
    const found = await getInstruction(db, instructionId)
    const { kind, subjectId, submittedBy } = await getClearance(db, found.clearanceId)
    const about = (await titlesOf(db, [{ kind, subjectId }])).get(subjectId)
    if (!about) throw new Refusal('not-found', { what: 'instruction' })
    const ids = [found.givenBy, found.doneBy, submittedBy].filter(id => id !== null)
    const names = await db.selectFrom('account').select(['id', 'display_name']).where('id', 'in', ids).execute()
    const nameOf = (id: string | null) => names.find(one => one.id === id)?.display_name ?? null
    const { id, programmeId, words, dueOn, givenAt, doneAt, version } = found
    return {
      today,
      instruction: { id, programmeId, words, dueOn, givenAt, doneAt, version },
      givenBy: nameOf(found.givenBy),
      doneBy: nameOf(found.doneBy),
      submittedBy: nameOf(submittedBy),
      about,
      can: { settle: whyNotSettle(acting, found) === null, reopen: whyNotReopen(acting, found) === null },
    }
  },
})
