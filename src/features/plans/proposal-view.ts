import type { ReadDb } from '../../engine/db/database.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { papersById } from '../programmes/index.ts'
import { compareFields, type FieldChange } from './compare.ts'
import type { Standing } from './negotiating.ts'
import { whyNotAnswer, whyNotWithdraw } from './negotiation.ts'
import { fieldsOf, type Proposal, stillStands } from './proposals.ts'

/** What is or was proposed of the lines, as one side may see it. Withdrawn ones are told to nobody, unless they came by post. */
export async function proposalViews(db: ReadDb, acting: Acting, { proposals, items }: Pick<Standing, 'proposals' | 'items'>) {
  const byId = new Map(items.map(item => [item.id, item]))
  const papers = await papersById(
    db,
    proposals.flatMap(one => [one.paperActId, ...one.acceptances.map(acceptance => acceptance.paperActId)]),
  )
  return proposals
    .filter(one => one.state !== 'withdrawn' || one.paperActId !== null)
    .map(one => ({
      ...proposalView(acting, one, stillStands(one, byId.get(one.itemId ?? '') ?? null)),
      /** The letter that it was typed in from. */
      paper: papers.get(one.paperActId ?? '') ?? null,
      acceptances: one.acceptances.map(({ bodyId, paperActId }) => ({ bodyId, paper: papers.get(paperActId ?? '') ?? null })),
    }))
}

function proposalView(acting: Acting, proposal: Proposal, fresh: boolean) {
  const { id, itemId, line, reason, byBody, state, counterOf, answer, answeredBy, sharedAt, version } = proposal
  const open = state === 'own' || state === 'shared'
  const answers = whyNotAnswer(acting, proposal) === null
  return {
    id,
    itemId,
    line,
    fields: fieldChanges(proposal),
    reason,
    byBody,
    state,
    counterOf,
    answer,
    answeredBy,
    sharedOn: sharedAt && vietnamDate(sharedAt),
    /** The item has changed since: it can only be returned or withdrawn. */
    stale: open && !fresh,
    version,
    can: {
      accept: answers && fresh,
      counter: answers && fresh,
      return: answers,
      withdraw: whyNotWithdraw(acting, proposal) === null,
    },
  }
}

/** Before and after of the line itself; of a split, of the part that takes its place. */
function fieldChanges(proposal: Proposal): FieldChange[] {
  const [first] = fieldsOf(proposal.line)
  if (!proposal.before || !first) return []
  return compareFields(proposal.before, first)
}
