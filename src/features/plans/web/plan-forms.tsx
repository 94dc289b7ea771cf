import { DropForm, ReturnForm } from './drop-form.tsx'
import { ItemForm } from './item-form.tsx'
import type { Item, PlanAnswer } from './item-words.ts'
import type { Proposal } from './proposal-words.ts'
import { SplitForm } from './split-form.tsx'

/** Which form stands open over the plan. */
export type OpenForm =
  | { kind: 'edit' | 'drop' | 'split'; item: Item }
  | { kind: 'add' }
  | { kind: 'counter' | 'return'; proposal: Proposal }
  | null

type PlanFormsProps = { answer: PlanAnswer; open: NonNullable<OpenForm>; onClose: () => void }

export function PlanForms({ answer, open, onClose }: PlanFormsProps) {
  switch (open.kind) {
    case 'add':
      return <ItemForm answer={answer} item={null} onClose={onClose} />
    case 'edit':
      return <ItemForm answer={answer} item={open.item} onClose={onClose} />
    case 'drop':
      return <DropForm answer={answer} item={open.item} onClose={onClose} />
    case 'split':
      return <SplitForm answer={answer} item={open.item} onClose={onClose} />
    case 'return':
      return <ReturnForm proposal={open.proposal} onClose={onClose} />
    default: {
      const item = answer.clauses.flatMap(clause => clause.items).find(one => one.id === open.proposal.itemId)
      return <ItemForm answer={answer} item={item ?? null} counters={open.proposal} onClose={onClose} />
    }
  }
}
