import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { keepInput } from '../contract.ts'
import { takeNumber } from '../registers/entries.ts'
import { CLERK } from '../rules.ts'

/** "Giữ số": a number for a paper to come, with whom it is kept for; its day is the day of that paper. */
export const keepNumber = command({
  name: 'papers.keep-number',
  permission: CLERK,
  input: keepInput,
  run: async ({ tx, acting, now, today }, { entryId, kind, dated, keptFor }) => {
    const { number } = await takeNumber(tx, { actor: personOf(acting), now, today, entryId, kind, dated }, { keptFor })
    return { result: { entryId, number, version: 1 }, audit: { kind: 'register-entry', id: entryId, detail: { number, dated } } }
  },
})
