import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { consultationInput } from '../contract.ts'
import { HANDLE, whyNotYet } from '../rules.ts'

/** Notes that a body was consulted on a list and agreed to it: body, number and day of its paper, nothing on anybody. */
export const noteConsultation = command({
  name: 'honours.note-consultation',
  permission: HANDLE,
  input: consultationInput,
  run: async ({ tx, acting, now, today }, { consultationId, listId, consulted, paperNumber, paperDate }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotYet(paperDate, today))
    const list = await tx.selectFrom('recognition_list').select('id').where('id', '=', listId).executeTakeFirst()
    if (!list) throw new Refusal('not-found', { what: 'recognition' })
    const paper = { consulted, paper_number: paperNumber, paper_date: paperDate }
    await tx
      .insertInto('recognition_consultation')
      .values({ id: consultationId, list_id: listId, body_id: bodyId, ...paper, created_by: accountId, created_at: now })
      .execute()
    return { result: { consultationId }, audit: { kind: 'recognition-list', id: listId, detail: { consulted: paperDate } } }
  },
})
