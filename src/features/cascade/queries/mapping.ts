import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { clausesWithDuty, everyClauseOn, getProgramme } from '../../programmes/index.ts'
import { mappingInput } from '../contract.ts'
import { pairingsOf } from '../pairing.ts'
import { whyNotWork } from '../rules.ts'
import { linksOf, parentsOf } from '../store.ts'

/** Every clause of the upper texts with what of ours carries it out, and what the comparison proposes for those that nothing does. */
export const mapping = query({
  name: 'cascade.mapping',
  permission: { roles: anyRole, reach: 'party' },
  input: mappingInput,
  run: async ({ db, acting, today }, { programmeId }) => {
    const { title, number } = await getProgramme(db, programmeId)
    const own = (await everyClauseOn(db, programmeId, today)).filter(clause => !clause.heading)
    const holding = await clausesWithDuty(db, programmeId, today)
    const duties = own.filter(clause => holding.has(clause.path))
    const links = await linksOf(db, programmeId)
    const parents = (await parentsOf(db, programmeId)).map(({ clauses, ...parent }) => {
      const said = clauses.filter(clause => !clause.heading)
      const held = Map.groupBy(
        links.filter(link => link.upperId === parent.id),
        link => link.parentPath,
      )
      const proposed = Map.groupBy(pairingsOf(said, duties), pair => pair.parentPath)
      return {
        ...parent,
        clauses: said.map(({ path, text }) => {
          const all = held.get(path) ?? []
          const standing = all.filter(link => link.how !== null)
          return {
            path,
            text,
            links: standing,
            withdrawn: all.filter(link => link.how === null),
            proposals: standing.length > 0 ? [] : (proposed.get(path) ?? []),
          }
        }),
      }
    })
    return {
      programme: { id: programmeId, title, number },
      parents,
      own: own.map(({ path, text }) => ({ path, text })),
      can: { work: whyNotWork(acting) === null },
    }
  },
})
