import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { lockInput } from '../sending/contract.ts'
import { DECIDE } from '../sending/rules.ts'
import { answersOf, getAsk, getTemplate, lockAsk } from '../sending/store.ts'

/** Closes a half-year: what has come stays as it is, and who is missing stays named. What waits to be put right comes first. */
export const lockFigures = command({
  name: 'cascade.lock-figures',
  permission: DECIDE,
  input: lockInput,
  run: async ({ tx, acting, today }, { askId, version }) => {
    await lockAsk(tx, askId)
    const ask = await getAsk(tx, askId)
    const template = await getTemplate(tx, ask.templateId)
    if (template.bodyId !== personOf(acting).bodyId) throw new Refusal('cascade.not-yours')
    if (ask.lockedOn) throw new Refusal('cascade.locked')
    const own = (await answersOf(tx, ask.templateId)).filter(one => one.askId === askId)
    const waiting = own.filter(one => one.state === 'returned').length
    if (waiting > 0) throw new Refusal('cascade.still-returned', { count: waiting })
    const { version: after } = await changeRow(tx, 'cascade_ask', { id: askId, version }, { locked_on: today })
    for (const { id, version: seen } of own) await changeRow(tx, 'cascade_answer', { id, version: seen }, { state: 'locked' })
    const audit = { kind: 'ask', id: askId, programme: template.programmeId, detail: { locked: own.length } }
    return { result: { locked: own.length, version: after }, audit }
  },
})
