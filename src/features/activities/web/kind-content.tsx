import type { ReactNode } from 'react'
import { t } from '../../../ui/messages/index.ts'
import type { ListedKind } from '../kind-book.ts'
import { type KindField, NUMBER_TYPES } from '../kinds.ts'

type Asked = Pick<ListedKind, 'count' | 'reach' | 'fields' | 'required'>

/** Everything that a kind of work asks: its count pair, then its fields, each with its type, how it sums up and whether it must be there. */
export const KindContent = (kind: Asked) => (
  <ul className="kind-content">
    {kind.count && <Line label={kind.count} words={[small(t('kinds.sums-sum'))]} must={kind.required.includes('count')} />}
    {kind.reach && <Line label={kind.reach} words={[small(t('kinds.sums-sum'))]} must={kind.required.includes('reach')} />}
    {kind.fields.map(field => (
      <Line key={field.key} label={field.label} words={wordsOf(field, kind.fields)} must={kind.required.includes(field.key)} />
    ))}
  </ul>
)

type LineProps = { label: ReactNode; words: string[]; must: boolean }

const Line = ({ label, words, must }: LineProps) => (
  <li>
    {label} <span className="quiet small">({[...words, ...(must ? [t('kinds.must')] : [])].join('; ')})</span>
  </li>
)

/** The words of the catalogue inside a line; what the sides wrote stays as it is. */
const small = (words: string): string => words.toLocaleLowerCase('vi')

function wordsOf({ type, unit, pair, choices, sums, dueFor, answer }: KindField, fields: readonly KindField[]): string[] {
  const awaited = fields.find(one => one.key === dueFor)
  const said = pair?.join(' / ') ?? Object.values(choices ?? {}).join(', ')
  return [
    small(t(`kinds.field-type-${type}`)) + (said && `: ${said}`),
    ...(unit ? [unit] : []),
    ...(awaited ? [t('kinds.due-for', { label: awaited.label })] : []),
    ...(answer ? [t('kinds.awaited')] : []),
    ...(NUMBER_TYPES.includes(type) ? [small(t(`kinds.sums-${sums ?? 'sum'}`))] : []),
  ]
}
