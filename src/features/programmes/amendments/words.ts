import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import type { Change } from './contract.ts'
import type { Signed } from './rules.ts'

const FEW = 3

/** "Sửa đổi Phần II, mục 1.1; bổ sung Phần II, mục 1.5": what an amendment is called before it has a number. */
export function changesText(changes: readonly Change[]): string {
  const verbs = { replace: 'sửa đổi', add: 'bổ sung', repeal: 'bãi bỏ' } as const
  const named = changes.slice(0, FEW).map(change => `${verbs[change.kind]} ${citeClause(change.path)}`)
  const more = changes.length > FEW ? ` và ${changes.length - FEW} mục khác` : ''
  const text = named.join('; ') + more
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "văn bản số 09/CTrPH-MTTQ-SDTTG ngày 10/11/2026" */
export const paperCited = ({ number, signedOn }: { number: string; signedOn: string }): string =>
  `văn bản số ${number} ngày ${printDate(signedOn)}`

const NOTES = { replace: 'được sửa đổi', add: 'được bổ sung', repeal: 'được bãi bỏ' } as const

/** The note of a consolidated text, as in Pháp lệnh 01/2012/UBTVQH13: what was done to a clause, by which papers and from when. */
export function noteText(path: string, by: readonly (Signed & { signedOn: string })[]): string {
  const told = by.flatMap(one => {
    const change = one.changes.find(other => other.path === path)
    return change ? [`${NOTES[change.kind]} theo ${paperCited(one)}, có hiệu lực từ ngày ${printDate(one.effectiveOn)}`] : []
  })
  return `${citeClause(path)} ${told.join('; ')}.`
}
