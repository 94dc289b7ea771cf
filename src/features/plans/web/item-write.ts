import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import type { ItemFields } from '../contract.ts'
import type { Item, PlanAnswer } from './item-words.ts'
import type { Proposal } from './proposal-words.ts'
import { usePropose } from './use-propose.ts'

/** What the form of an item is for: writing the own plan, proposing to the others, or answering their proposal with another. */
export type Purpose = 'write' | 'propose' | { counters: Proposal }

export const purposeOf = (answer: PlanAnswer, counters: Proposal | null): Purpose =>
  counters ? { counters } : answer.can.change ? 'write' : 'propose'

/** What the form begins with: the answered line, else the item, else nothing. */
export function startOf(item: Item | null, counters: Proposal | null): { fields: ItemFields | null; clausePath: string } {
  const line = counters?.line
  const fields = line?.kind === 'add' || line?.kind === 'change' ? line.fields : item
  return { fields, clausePath: item?.clausePath ?? (line?.kind === 'add' ? line.clausePath : '') }
}

/** A counter to a line that goes on with an unfinished item goes on with it too. */
const carriesOf = (purpose: Purpose) =>
  typeof purpose === 'object' && purpose.counters.line.kind === 'add' ? purpose.counters.line.carries : null

type Written = { itemId: string; clausePath: string; fields: ItemFields; reason: string }

/** Sends the form by the command of its purpose. Null where it was refused. */
export function useItemWrite(answer: PlanAnswer, item: Item | null, purpose: Purpose) {
  const add = useCommand('plans.add-item')
  const change = useCommand('plans.change-item')
  const propose = usePropose(answer)
  const counter = useCommand('plans.counter-proposal')
  const planId = answer.plan.id
  const command = purpose === 'write' ? (item ? change : add) : purpose === 'propose' ? propose.command : counter
  const send = ({ itemId, clausePath, fields, reason }: Written) => {
    if (purpose === 'write')
      return item
        ? change.send({ itemId, version: item.version, ...fields })
        : add.send({ itemId, planId, clausePath, ...fields })
    const line = item ? { kind: 'change', fields } : { kind: 'add', clausePath, fields, carries: carriesOf(purpose) }
    if (purpose === 'propose') {
      const seen = item && { itemId: item.id, version: item.version }
      return propose.command.send(
        propose.inputOf({ proposalId: itemId === item?.id ? newId() : itemId, item: seen, line, reason }),
      )
    }
    const { id: counters, version } = purpose.counters
    return counter.send({ proposalId: newId(), counters, version, line, reason })
  }
  return { command, send }
}
