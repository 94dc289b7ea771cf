import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { askInput } from '../sending/contract.ts'
import { DECIDE } from '../sending/rules.ts'
import { getTemplate } from '../sending/store.ts'

/** Asks every commune that has the template for its figures of a half-year, by a day. */
export const askFigures = command({
  name: 'cascade.ask-figures',
  permission: DECIDE,
  input: askInput,
  run: async ({ tx, acting, today }, { askId, templateId, year, half, dueOn }) => {
    const { bodyId } = personOf(acting)
    const template = await getTemplate(tx, templateId)
    if (template.bodyId !== bodyId) throw new Refusal('cascade.not-yours')
    if (!template.sentOn) throw new Refusal('cascade.send-first')
    const at = { id: askId, template_id: templateId, from_body: bodyId, year, half }
    if (dueOn < today) throw new Refusal('cascade.due-past', { today })
    const made = await tx
      .insertInto('cascade_ask')
      .values({ ...at, due_on: dueOn, asked_on: today })
      .onConflict(conflict => conflict.columns(['home', 'template_id', 'year', 'half']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('cascade.asked-already')
    const audit = { kind: 'ask', id: askId, programme: template.programmeId, detail: { year, half, dueOn } }
    return { result: { askId }, audit }
  },
})
