import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { addFieldInput, FIELDS } from '../contract.ts'
import { KEEP } from '../rules.ts'

// A field says what a matter is about, never what somebody is, believes or thinks.
const OF_PEOPLE = /ton giao|tin nguong|dan toc|doi tuong|tu tuong|thai do|chinh kien/

/** A province adds a subject field to the closed list. */
export const addField = command({
  name: 'petitions.add-field',
  permission: KEEP,
  input: addFieldInput,
  run: async ({ tx, now }, { fieldId, name }) => {
    if (OF_PEOPLE.test(fold(name))) throw new Refusal('petitions.field-of-people')
    const taken = Object.values(FIELDS).some(one => fold(one) === fold(name))
    const added = taken
      ? null
      : await tx
          .insertInto('petition_field')
          .values({ id: fieldId, name, created_at: now })
          .onConflict(conflict => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
    if (!added) throw new Refusal('petitions.field-taken', { name })
    return { result: { fieldId }, audit: { kind: 'petition-field', id: fieldId, detail: { name } } }
  },
})
