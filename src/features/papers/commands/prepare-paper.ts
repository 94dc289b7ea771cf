import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { namedSource, prepareInput } from '../contract.ts'
import { layPaper } from '../lay-paper.ts'
import { PREPARE, whyNotLead } from '../rules.ts'
import { loadSource } from '../sources.ts'
import { isMade } from '../store.ts'

/** "Ban hành": what was agreed becomes an official paper, made by the side that leads. A record becomes one paper at a time. */
export const preparePaper = command({
  name: 'papers.prepare-paper',
  permission: PREPARE,
  input: prepareInput,
  run: async (context, { paperId, ...asked }) => {
    const source = namedSource(asked)
    const { tx, acting, now, today } = context
    const { paper, programmeId, parties, ready, kept } = await loadSource({ db: tx, acting, now, today }, source.kind, source.id)
    refuseIf(ready)
    refuseIf(whyNotLead(acting, parties))
    if (await isMade(tx, { sourceKind: source.kind, sourceId: source.id })) throw new Refusal('papers.made-already')
    const written = kept ? { kept: { unit_id: kept.unitId, sheet: JSON.stringify(paper) } } : {}
    await layPaper(tx, personOf(acting), now, { id: paperId, source, paper, programmeId, parties, ...written })
    return { result: { paperId }, audit: { kind: 'paper', id: paperId, programme: programmeId, detail: { from: source.kind } } }
  },
})
