import type { AnswerOf } from '../../../ui/client/types.ts'
import { t } from '../../../ui/messages/index.ts'
import type { budget } from '../queries/budget.ts'

export type BudgetAnswer = AnswerOf<typeof budget>
export type BudgetGroup = BudgetAnswer['groups'][number]
export type Line = BudgetGroup['lines'][number]
type SourceOf = BudgetAnswer['sources'][number]['of']
type Warning = BudgetAnswer['warnings'][number]

const quantity = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })

/** "2,125": up to three places, as quantities are kept. */
export const quantityText = (value: number): string => quantity.format(value)

export const bodyName = ({ parties }: BudgetAnswer, bodyId: string | null): string =>
  parties.find(party => party.bodyId === bodyId)?.shortName ?? ''

export function sourceText(answer: BudgetAnswer, { source, detail, bodyId }: SourceOf): string {
  if (source === 'own') return t('plans.budget-of-own', { body: bodyName(answer, bodyId) })
  return source === 'ntp'
    ? t('plans.budget-of-ntp', { detail: detail ?? '' })
    : t('plans.budget-of-other', { detail: detail ?? '' })
}

export const sourceOfLine = (line: Line): SourceOf =>
  line.source === 'own'
    ? { source: 'own', detail: null, bodyId: line.bodyId }
    : { source: line.source, detail: line.sourceDetail, bodyId: null }

export function warningText(answer: BudgetAnswer, warning: Warning): string {
  const number = (itemId: string) => answer.items.find(item => item.id === itemId)?.position ?? 0
  const listed = (sources: readonly SourceOf[]) => sources.map(source => sourceText(answer, source)).join('; ')
  switch (warning.kind) {
    case 'item-sources':
      return t('plans.budget-warn-item', { number: number(warning.itemId), sources: listed(warning.sources) })
    case 'content-sources':
      return t('plans.budget-warn-content', { content: warning.content, sources: listed(warning.sources) })
    case 'activity-sources': {
      const title = answer.activities.find(one => one.id === warning.activityId)?.title ?? ''
      return t('plans.budget-warn-activity', { title, sources: listed(warning.sources) })
    }
    case 'overspent':
      return t('plans.budget-warn-over', { content: warning.content, over: warning.over })
    default:
      return t('plans.budget-warn-dropped', { number: number(warning.itemId) })
  }
}
