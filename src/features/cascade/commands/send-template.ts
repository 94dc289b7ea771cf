import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { newId } from '../../../kernel/ids.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { sendInput } from '../sending/contract.ts'
import { DECIDE } from '../sending/rules.ts'
import { communes, copiesOf, getTemplate } from '../sending/store.ts'

/** Sends a template to communes, also to further ones later; who has it already is left alone. */
export const sendTemplate = command({
  name: 'cascade.send-template',
  permission: DECIDE,
  input: sendInput,
  run: async ({ tx, acting, today }, { templateId, version, bodyIds }) => {
    const { bodyId } = personOf(acting)
    const template = await getTemplate(tx, templateId)
    if (template.bodyId !== bodyId) throw new Refusal('cascade.not-yours')
    const known = new Set((await communes(tx)).map(one => one.id))
    if (bodyIds.some(id => !known.has(id))) throw new Refusal('cascade.not-a-commune')
    const has = new Set((await copiesOf(tx, templateId)).map(copy => copy.toBody))
    const to = [...new Set(bodyIds)].filter(id => !has.has(id))
    await changeRow(tx, 'cascade_template', { id: templateId, version }, { sent_on: template.sentOn ?? today })
    const row = { template_id: templateId, from_body: bodyId, sent_on: today }
    if (to.length > 0)
      await tx
        .insertInto('cascade_copy')
        .values(to.map(id => ({ id: newId(), to_body: id, ...row })))
        .execute()
    const detail = { units: to.length }
    const audit = { kind: 'template', id: templateId, programme: template.programmeId, detail }
    return { result: { sent: to.length }, audit }
  },
})
