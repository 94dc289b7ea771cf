import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { termInput } from '../contract.ts'
import { CLERK } from '../rules.ts'

/** The term of the committee, through which the numbers of a Party body run (HD 05-HD/VPTW). */
export const setTerm = command({
  name: 'papers.set-term',
  permission: CLERK,
  input: termInput,
  run: async ({ tx, acting }, { startsOn, name }) => {
    const { bodyId } = personOf(acting)
    await tx
      .insertInto('register_term')
      .values({ body_id: bodyId, starts_on: startsOn, name })
      .onConflict(conflict => conflict.columns(['home', 'body_id', 'starts_on']).doUpdateSet({ name }))
      .execute()
    return { result: { name }, audit: { kind: 'body', id: bodyId, detail: { term: name, startsOn } } }
  },
})
