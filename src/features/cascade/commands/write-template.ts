import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { writeInput } from '../sending/contract.ts'
import { WRITE } from '../sending/rules.ts'
import { getTemplate } from '../sending/store.ts'

/** Writes a template for the communes, with what each may make of every clause. Once sent it stays as it is. */
export const writeTemplate = command({
  name: 'cascade.write-template',
  permission: WRITE,
  input: writeInput,
  run: async ({ tx, acting, now }, { templateId, programmeId, version, title, dueOn, clauses }) => {
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const said = { title, due_on: dueOn, clauses: JSON.stringify(clauses) }
    if (version === 0) {
      const by = { created_by: accountId, created_at: now }
      const row = { id: templateId, body_id: bodyId, programme_id: programmeId, ...said, ...by }
      await tx.insertInto('cascade_template').values(row).execute()
    } else {
      const found = await getTemplate(tx, templateId)
      if (found.programmeId !== programmeId) throw new Refusal('not-found', { what: 'template' })
      if (found.sentOn) throw new Refusal('cascade.sent-already')
      await changeRow(tx, 'cascade_template', { id: templateId, version }, said)
    }
    const detail = { clauses: clauses.length }
    const audit = { kind: 'template', id: templateId, programme: programmeId, detail }
    return { result: { templateId, version: version + 1 }, audit }
  },
})
