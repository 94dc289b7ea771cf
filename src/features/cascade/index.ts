import type { Feature } from '../../engine/feature.ts'
import { addParent } from './commands/add-parent.ts'
import { linkClauses } from './commands/link-clauses.ts'
import { removeParent } from './commands/remove-parent.ts'
import { restoreParent } from './commands/restore-parent.ts'
import { mapping } from './queries/mapping.ts'

/** From level to level: which clauses of ours carry out those of the programme above, and what the communes below make of ours. */
export const cascade: Feature = {
  name: 'cascade',
  commands: [addParent, removeParent, restoreParent, linkClauses],
  queries: [mapping],
}
