import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { namedSource, sourceInput } from '../contract.ts'
import { PREPARE } from '../rules.ts'
import { comesAgain, loadSource } from '../sources.ts'
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
    const made = (await listPapers(db)).filter(one => one.sourceId === id && one.sourceKind === kind)
    const done = comesAgain(kind) ? ['dropped', 'recalled', 'issued'] : ['dropped', 'recalled']
    const going = made.some(one => !done.includes(one.state))
    const leads = typeof acting !== 'string' && acting.bodyId === parties[0]?.bodyId
    return {
      papers: made.map(one => ({ id: one.id, state: one.state, cited: citationOf(one), dated: one.dated })),
      can: { prepare: ready === null && leads && !going && whyNotPermitted(PREPARE, acting) === null },
    }
  },
})
