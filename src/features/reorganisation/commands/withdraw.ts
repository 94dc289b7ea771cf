import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../../agencies/index.ts'
import { ANSWER } from '../contract.ts'
import { whyNotWithdraw } from '../rules.ts'
import { getReorganisation } from '../store.ts'

/** Lets a reorganisation fall that is not applied yet; it stays readable for those whom it concerned. */
export const withdraw = command({
  name: 'reorganisation.withdraw',
  permission: ANSWER,
  input: z.strictObject({ reorganisationId: uuid, version: z.int().min(1) }),
  run: async ({ tx, acting }, { reorganisationId: id, version }) => {
    const event = await getReorganisation(tx, id)
    refuseIf(whyNotWithdraw(acting, { ...event, agreed: [] }))
    await changeRow(tx, 'reorganisation', { id, version }, { state: 'withdrawn' })
    return { result: { reorganisationId: id }, audit: { kind: 'reorganisation', id } }
  },
})
