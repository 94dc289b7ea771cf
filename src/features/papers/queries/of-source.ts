import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { namedSource, sourceInput } from '../contract.ts'
import { doneStates, PREPARE } from '../rules.ts'
import { loadSource } from '../sources.ts'
import { citationOf, listPapers } from '../store.ts'

/** The papers that a record has become, and whether the asker may have it issued. */
export const ofSource = query({
  name: 'papers.of-source',
  permission: { roles: anyRole, reach: 'party' },
  input: sourceInput,
  run: async (context, asked) => {
    const { kind, id } = namedSource(asked)
    const { db, acting } = context
    const { parties, ready } = await loadSource(context, kind, id)
    const made = (await listPapers(db, { sourceId: id })).filter(one => one.sourceKind === kind)
    const done = doneStates(kind)
    const going = made.some(one => !done.includes(one.state))
    const used = kind === 'petition' || kind === 'petition-urging' ? await numbersOfSteps(db, id) : []
    const leads = typeof acting !== 'string' && acting.bodyId === parties[0]?.bodyId
    return {
      papers: made.map(one => {
        const cited = citationOf(one)
        const standing = one.state === 'frozen' || one.state === 'issued'
        /** `waits`: its number stands, and no step has used it yet. */
        const waits = standing && cited !== null && !used.includes(cited)
        return { id: one.id, state: one.state, cited, dated: one.dated, waits }
      }),
      can: { prepare: ready === null && leads && !going && whyNotPermitted(PREPARE, acting) === null },
    }
  },
})

/** The numbers that the standing steps of a petition went by. */
async function numbersOfSteps(db: ReadDb, petitionId: string): Promise<(string | null)[]> {
  const steps = await db
    .selectFrom('petition_step')
    .select('paper_number')
    .where('petition_id', '=', petitionId)
    .where('taken_back_at', 'is', null)
    .execute()
  return steps.map(step => step.paper_number)
}
