import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { ComparedField, FieldChange } from '../compare.ts'
import { type Party, type PlanAnswer, targetWords } from './item-words.ts'

export type Proposal = PlanAnswer['proposals'][number]

export const isOpen = ({ state }: Proposal): boolean => state === 'own' || state === 'shared'

/** The name of a party as its mark shows it. */
export const nameOf = (parties: readonly Party[], bodyId: string | null): string =>
  parties.find(party => party.bodyId === bodyId)?.shortName ?? ''

/** "Đề nghị sửa", "Đề nghị không đưa vào", … */
export const kindWords = (proposal: Pick<Proposal, 'line'>): string => t(`plans.proposal-${proposal.line.kind}`)

const FIELD_WORDS: Record<ComparedField, () => string> = {
  title: () => t('plans.item-title'),
  leadBodies: () => t('plans.field-lead'),
  supportBodies: () => t('plans.field-support'),
  others: () => t('plans.others-short'),
  places: () => t('plans.field-places'),
  audience: () => t('plans.field-audience'),
  timing: () => t('plans.field-timing'),
  startsOn: () => t('plans.field-starts'),
  dueOn: () => t('plans.field-due'),
  occasion: () => t('plans.field-occasion'),
  target: () => t('plans.target'),
  product: () => t('plans.field-product'),
}
export const fieldWords = (field: ComparedField): string => FIELD_WORDS[field]()

/** Both values of a changed field in words; what is empty is said to be so. */
export function changeWords(
  change: FieldChange,
  parties: readonly Party[],
  placesWords: (places: readonly string[] | null) => string,
): { before: string; after: string } {
  const empty = t('plans.none')
  switch (change.field) {
    case 'leadBodies':
    case 'supportBodies': {
      const names = (ids: readonly string[]) => ids.map(id => nameOf(parties, id)).join(', ') || empty
      return { before: names(change.before), after: names(change.after) }
    }
    case 'others':
      return { before: change.before.join('; ') || empty, after: change.after.join('; ') || empty }
    case 'places':
      return { before: placesWords(change.before) || empty, after: placesWords(change.after) || empty }
    case 'timing':
      return { before: t(`plans.timing-${change.before}`), after: t(`plans.timing-${change.after}`) }
    case 'startsOn':
    case 'dueOn':
      return { before: change.before ? printDate(change.before) : empty, after: change.after ? printDate(change.after) : empty }
    case 'target': {
      const words = (target: typeof change.before) => targetWords({ target }) || empty
      return { before: words(change.before), after: words(change.after) }
    }
    default:
      return { before: change.before ?? empty, after: change.after ?? empty }
  }
}

/** Which line of the plan a proposal is about: "mục 4", "mục mới, Phần II, mục 1". */
export function aboutWords(proposal: Proposal, items: ReadonlyMap<string, { position: number }>): string {
  const { line, itemId } = proposal
  if (line.kind === 'add') return t('plans.about-new', { clause: citeClause(line.clausePath) })
  return t('plans.item-short', { number: items.get(itemId ?? '')?.position ?? '' })
}
