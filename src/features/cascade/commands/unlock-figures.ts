import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { unlockInput } from '../sending/contract.ts'
import { DECIDE, whyNotUnlock } from '../sending/rules.ts'
import { answersOf, asksOf, getAsk, getTemplate, lockAsk } from '../sending/store.ts'

/** Opens a half-year again that was closed too early, with the reason; the last one that is closed, so that none stands on it. */
export const unlockFigures = command({
  name: 'cascade.unlock-figures',
  permission: DECIDE,
  input: unlockInput,
  run: async ({ tx, acting, today }, { askId, version, reason }) => {
    await lockAsk(tx, askId)
    const ask = await getAsk(tx, askId)
    const template = await getTemplate(tx, ask.templateId)
    if (template.bodyId !== personOf(acting).bodyId) throw new Refusal('cascade.not-yours')
    refuseIf(whyNotUnlock(ask, await asksOf(tx, ask.templateId)))
    const own = (await answersOf(tx, ask.templateId)).filter(one => one.askId === askId)
    const change = { locked_on: null, unlocked_on: today, unlock_reason: reason }
    const { version: after } = await changeRow(tx, 'cascade_ask', { id: askId, version }, change)
    for (const { id, version: seen } of own) await changeRow(tx, 'cascade_answer', { id, version: seen }, { state: 'sent' })
    const audit = { kind: 'ask', id: askId, programme: template.programmeId, detail: { unlocked: own.length, reason } }
    return { result: { version: after }, audit }
  },
})
