import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { namedSource, prepareInput } from '../contract.ts'
import { kindOf } from '../kinds.ts'
import { PREPARE } from '../rules.ts'
import { loadSource } from '../sources.ts'
import { isMade } from '../store.ts'

/** "Ban hành": what was agreed becomes an official paper, made by the side that leads. A record becomes one paper at a time. */
export const preparePaper = command({
  name: 'papers.prepare-paper',
  permission: PREPARE,
  input: prepareInput,
  run: async (context, { paperId, ...asked }) => {
    const { kind: sourceKind, id: sourceId } = namedSource(asked)
    const { tx, acting, now, today } = context
    const actor = personOf(acting)
    const source = await loadSource({ db: tx, acting, now, today }, sourceKind, sourceId)
    const { paper, programmeId, parties, ready, kept } = source
    refuseIf(ready)
    if (parties[0]?.bodyId !== actor.bodyId) throw new Refusal('papers.lead-makes', { name: parties[0]?.name ?? '' })
    if (await isMade(tx, { sourceKind, sourceId })) throw new Refusal('papers.made-already')
    const { profile, symbol, place, typeName, recipients } = paper
    const subject = [...paper.subject].join(' ').slice(0, 500)
    const about = { programme_id: programmeId, source_kind: sourceKind, source_id: sourceId, kind: kindOf(typeName), subject }
    const printed = { type_name: typeName, symbol, profile, place, recipients }
    const by = { created_by: actor.accountId, created_at: now }
    const written = kept ? { unit_id: kept.unitId, sheet: JSON.stringify(paper) } : {}
    const made = await tx
      .insertInto('paper')
      .values({ id: paperId, body_id: actor.bodyId, ...about, ...printed, ...written, ...by })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw new Refusal('papers.made-already')
    const sides = parties.map(({ bodyId, name }, at) => ({ paper_id: paperId, body_id: bodyId, position: at + 1, name }))
    await tx.insertInto('paper_party').values(sides).execute()
    return { result: { paperId }, audit: { kind: 'paper', id: paperId, programme: programmeId, detail: { from: sourceKind } } }
  },
})
