import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { ASSIGN, assignWorkInput, colleaguesOf, findResponsible, unitsHeadedBy, whyNotAssign } from '../../agencies/index.ts'
import { type Passing, passFocalPoint, passMembership } from '../passing.ts'

/** Gives places behind a programme to somebody else from today on; who stood there until yesterday stays written. */
export const handOver = command({
  name: 'groups.hand-over',
  permission: ASSIGN,
  input: assignWorkInput,
  run: async ({ tx, acting, now, today }, { subjects, accountId, deputyId }) => {
    const by = personOf(acting)
    const headed = await unitsHeadedBy(tx, by, today)
    const colleagues = await colleaguesOf(tx, by.bodyId)
    const passing: Passing = { tx, acting: by, now, today, accountId, deputyId: deputyId ?? null }
    for (const { kind, id } of subjects) {
      const stands = await findResponsible(tx, { bodyId: by.bodyId, today, kind, id })
      const holder = colleagues.get(stands?.accountId ?? '') ?? null
      refuseIf(whyNotAssign(by, { holder, over: stands?.over ?? false, headed }))
      if (kind === 'focal-point') await passFocalPoint(passing, id, stands?.deputyId ?? null)
      else if (kind === 'member') await passMembership(passing, id)
      else throw new Refusal('not-found', { what: kind })
    }
    const detail = { places: subjects.map(({ kind, id }) => `${kind} ${id}`) }
    return { result: { assigned: subjects.length }, audit: { kind: 'account', id: accountId, detail } }
  },
})
