import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { registerInput } from '../contract.ts'
import { WORK, whyNotDays } from '../rules.ts'
import { constructionColumns } from '../store.ts'

/** Enters a work into the register of the own body. */
export const registerConstruction = command({
  name: 'supervision.register-construction',
  permission: WORK,
  input: registerInput,
  run: async ({ tx, acting, now }, { constructionId, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotDays(fields.startsOn, fields.endsOn))
    const columns = await constructionColumns(tx, fields)
    await tx
      .insertInto('construction')
      .values({ id: constructionId, body_id: bodyId, ...columns, created_by: accountId, created_at: now })
      .execute()
    return {
      result: { constructionId, version: 1 },
      audit: { kind: 'construction', id: constructionId, detail: { registered: true } },
    }
  },
})
