import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { checkClause } from '../../programmes/index.ts'
import { linkInput } from '../contract.ts'
import { WORK, whyNotBoth, whyNotLinked } from '../rules.ts'
import { enterLink, getParent, linksOf } from '../store.ts'

/** Confirms which clauses of ours carry out those of the upper text: adopted as they are, adapted, or left out with a reason. */
export const linkClauses = command({
  name: 'cascade.link-clauses',
  permission: WORK,
  input: linkInput,
  run: async ({ tx, acting, now }, { upperId, links }) => {
    const { programmeId, clauses } = await getParent(tx, upperId)
    const known = new Set(clauses.map(clause => clause.path))
    const held = (await linksOf(tx, programmeId)).filter(link => link.upperId === upperId)
    for (const { linkId, version, parentPath, childPath, how, reason } of links) {
      refuseIf(whyNotLinked({ how, childPath, reason }))
      if (!known.has(parentPath)) throw new Refusal('not-found', { what: 'clause' })
      if (childPath) await checkClause(tx, programmeId, childPath)
      const change = { how, reason: reason ?? null, decided_by: personOf(acting).accountId, decided_at: now }
      const at = { programme_id: programmeId, parent_id: upperId, parent_path: parentPath, child_path: childPath }
      const before = held.find(link => link.parentPath === parentPath && link.childPath === childPath)
      if (before) await changeRow(tx, 'parent_link', { id: before.id, version }, change)
      else await enterLink(tx, { id: linkId, ...at, ...change })
    }
    refuseIf(whyNotBoth((await linksOf(tx, programmeId)).filter(link => link.upperId === upperId)))
    const detail = { links: links.map(({ parentPath, childPath, how }) => ({ parentPath, childPath, how })) }
    return { result: null, audit: { kind: 'parent', id: upperId, programme: programmeId, detail } }
  },
})
