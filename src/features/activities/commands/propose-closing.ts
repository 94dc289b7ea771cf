import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { kindReason } from '../own-kinds/contract.ts'
import { whyNotProposeKind } from '../own-kinds/rules.ts'
import { getAgreed, insertOwnKind } from '../own-kinds/store.ts'
import { WORK } from '../rules.ts'

/** Writes down that nothing more is to be recorded under a kind of the programme's own; what was recorded stays as it is. */
export const proposeClosing = command({
  name: 'activities.propose-closing',
  permission: WORK,
  input: z.strictObject({ kindId: uuid, closes: uuid, reason: kindReason }),
  run: async (context, { kindId, closes, reason }) => {
    const before = await getAgreed(context.tx, closes)
    refuseIf(whyNotProposeKind(context.acting, { proposedByUs: false, closed: before.closing }))
    const { programmeId, key, number } = before
    await insertOwnKind(context, { id: kindId, programmeId, key, base: number!, closing: true, reason }, before)
    const detail = { name: before.name, closes }
    return { result: { kindId, version: 1 }, audit: { kind: 'own-kind', id: kindId, programme: programmeId, detail } }
  },
})
