import { command } from '../../../engine/command.ts'
import { Unreadable } from '../../../formats/source.ts'
import { parseText } from '../../../formats/text/parse.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getProgramme, readProgramme } from '../../programmes/index.ts'
import { addParentInput, type ParentClause } from '../contract.ts'
import { WORK } from '../rules.ts'

/** Enters the text of the upper programme that this one carries out; its clauses are read by the same rules as ours. */
export const addParent = command({
  name: 'cascade.add-parent',
  permission: WORK,
  input: addParentInput,
  prepare: async (_context, { text }) => clausesIn(text),
  run: async ({ tx, acting, now }, { upperId, programmeId, level, title, number, issuer }, clauses) => {
    await getProgramme(tx, programmeId)
    const by = { created_by: personOf(acting).accountId, created_at: now }
    const told = { level, title, number: number ?? null, issuer, clauses: JSON.stringify(clauses) }
    await tx
      .insertInto('parent_text')
      .values({ id: upperId, programme_id: programmeId, ...told, ...by })
      .execute()
    const detail = { level, clauses: clauses.length }
    return { result: { upperId, version: 1 }, audit: { kind: 'parent', id: upperId, programme: programmeId, detail } }
  },
})

/** Refuses 'cascade.unreadable' where nothing is numbered or a line is marked secret. */
function clausesIn(text: string): ParentClause[] {
  try {
    return readProgramme(parseText(new TextEncoder().encode(text))).clauses.map(({ path, label, heading, text: words }) => ({
      path,
      label,
      heading,
      text: words,
    }))
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal('cascade.unreadable')
    throw error
  }
}
