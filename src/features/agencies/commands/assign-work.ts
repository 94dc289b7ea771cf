import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { ASSIGN, assignWorkInput } from '../contract.ts'
import { unitsHeadedBy } from '../post-store.ts'
import { colleaguesOf, findResponsible, nameResponsible } from '../responsibilities.ts'
import { whyNotAssign } from '../rules.ts'

/** Names who of the own side answers for work, one piece or many; what they answered for before stays in the audit. */
export const assignWork = command({
  name: 'agencies.assign-work',
  permission: ASSIGN,
  input: assignWorkInput,
  run: async ({ tx, acting, today }, { subjects, accountId, deputyId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { bodyId } = acting
    const colleagues = await colleaguesOf(tx, bodyId)
    for (const id of deputyId ? [accountId, deputyId] : [accountId])
      if (colleagues.get(id)?.gone !== false) throw new Refusal('not-found', { what: 'account' })
    const headed = await unitsHeadedBy(tx, acting, today)
    for (const { kind, id } of subjects) {
      const named = await findResponsible(tx, { bodyId, today, kind, id })
      const holder = colleagues.get(named?.accountId ?? '') ?? null
      refuseIf(whyNotAssign(acting, { holder, over: named?.over ?? false, headed }))
      await nameResponsible(tx, bodyId, { kind, subjectId: id, accountId, deputyId: deputyId ?? null, since: today })
    }
    const detail = { subjects: subjects.map(({ kind, id }) => `${kind} ${id}`), to: accountId }
    return { result: { assigned: subjects.length }, audit: { kind: 'account', id: accountId, detail } }
  },
})
