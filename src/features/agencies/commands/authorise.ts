import { command } from '../../../engine/command.ts'
import { leaders } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { checkProgrammes, takeUpPaper } from '../authorisations.ts'
import { authoriseInput } from '../contract.ts'
import { getPersonToday } from '../post-store.ts'
import { whyNotAuthorise } from '../rules.ts'

/** A leader puts on file the paper by which a person of the own body may agree, freeze, close and sign for a time. */
export const authorise = command({
  name: 'agencies.authorise',
  permission: { roles: leaders, reach: 'own' },
  input: authoriseInput,
  run: async ({ tx, acting, now }, input) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { authorisationId, accountId, number, paperDate, fileId, scope, acts, programmeIds, from, to } = input
    const person = await getPersonToday(tx, accountId)
    refuseIf(whyNotAuthorise(acting, person, input))
    await checkProgrammes(tx, programmeIds ?? [])
    const { post } = await getPersonToday(tx, acting.accountId)
    if (fileId) await takeUpPaper(tx, fileId, { bodyId: acting.bodyId, authorisationId })
    await tx
      .insertInto('authorisation')
      .values({
        id: authorisationId,
        body_id: acting.bodyId,
        account_id: accountId,
        given_by: acting.accountId,
        in_place_of: post,
        number,
        paper_date: paperDate,
        file_id: fileId ?? null,
        scope,
        acts: [...new Set(acts)],
        programme_ids: programmeIds ?? null,
        from_on: from,
        to_on: to,
        created_at: now,
      })
      .execute()
    const detail = { authorisation: authorisationId, number, acts, from, to }
    return { result: { authorisationId }, audit: { kind: 'account', id: accountId, detail } }
  },
})
