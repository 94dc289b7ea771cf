import type { Feature } from '../../engine/feature.ts'
import { addDirective } from './commands/add-directive.ts'
import { changeDirective } from './commands/change-directive.ts'
import { confirmCitations } from './commands/confirm-citations.ts'
import { linkActivity } from './commands/link-activity.ts'
import { linkClause } from './commands/link-clause.ts'
import { linkConstruction } from './commands/link-construction.ts'
import { linkItem } from './commands/link-item.ts'
import { removeDirective } from './commands/remove-directive.ts'
import { restoreDirective } from './commands/restore-directive.ts'
import { unlinkActivity } from './commands/unlink-activity.ts'
import { unlinkClause } from './commands/unlink-clause.ts'
import { unlinkConstruction } from './commands/unlink-construction.ts'
import { unlinkItem } from './commands/unlink-item.ts'
import { citations } from './queries/citations.ts'
import { directive } from './queries/directive.ts'
import { element } from './queries/element.ts'
import { elements } from './queries/elements.ts'
import { list } from './queries/list.ts'
import { planElements } from './queries/plan-elements.ts'
import { directiveSearch } from './search.ts'
import { directiveExport } from './work-export.ts'

export { listDirectives as directivesOf } from './store.ts'

/** Cited documents and the national target programme: what is carried out under each. */
export const directives: Feature = {
  name: 'directives',
  commands: [
    addDirective,
    changeDirective,
    removeDirective,
    restoreDirective,
    confirmCitations,
    linkClause,
    unlinkClause,
    linkActivity,
    unlinkActivity,
    linkItem,
    unlinkItem,
    linkConstruction,
    unlinkConstruction,
  ],
  queries: [list, directive, citations, elements, element, planElements],
  searchables: [directiveSearch],
  exports: [directiveExport],
}
