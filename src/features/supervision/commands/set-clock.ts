import { command } from '../../../engine/command.ts'
import { setDatedRow } from '../../../engine/db/dated-rows.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setClockInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Sets a term of the province from a day on; what it had set before for the same ends the day before. The law's rows stay. */
export const setClock = command({
  name: 'supervision.set-clock',
  permission: KEEP,
  input: setClockInput,
  run: async ({ tx, acting, now }, { clockId, validFrom, basis, ...term }) => {
    const by = { created_by: personOf(acting).accountId, created_at: now }
    const row = { id: clockId, ...term, basis, valid_from: validFrom, ...by }
    await setDatedRow(tx, 'supervision_clock', ['state', 'form'], row)
    return { result: { clockId }, audit: { kind: 'supervision-clock', id: clockId, detail: { ...term, validFrom } } }
  },
})
