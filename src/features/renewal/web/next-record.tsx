import { citeClause } from '../../../kernel/cite-clause.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Reason } from '../proposal.ts'
import type { Line } from './next-page.tsx'

type Record = Line['record']
type Year = Record['years'][number]

const amounts = (list: Year['counts']): string => list.map(one => `${printNumber(one.value)} ${one.unit}`).join(', ')

function yearWords({ planned, done, activities, counts, reaches }: Year): string {
  const pair = [amounts(counts), amounts(reaches)].filter(Boolean).join(' · ')
  return [
    planned > 0 && t('renewal.year-plan', { done, planned }),
    activities > 0 ? t('renewal.year-done', { count: activities }) + (pair && ` (${pair})`) : t('renewal.year-silent'),
  ]
    .filter(Boolean)
    .join('; ')
}

/** What came of a clause, year after year, and what people and supervisors have said of it. */
export function Record({ record: { years, petitions, findings } }: { record: Record }) {
  return (
    <ul className="year-strip small" aria-label={t('renewal.record')}>
      {years.map(year => (
        <li key={year.year} className={year.activities === 0 ? 'quiet' : undefined}>
          <strong>{year.year}</strong> {yearWords(year)}
        </li>
      ))}
      {petitions.received > 0 && <li>{t('renewal.petitions', petitions)}</li>}
      {findings.found > 0 && <li>{t('renewal.findings', findings)}</li>}
    </ul>
  )
}

/** Why something is proposed, as a part of a sentence. */
export function reasonWords(reason: Reason): string {
  switch (reason.why) {
    case 'frame':
    case 'early':
      return t(`renewal.reason-${reason.why}`)
    case 'never':
    case 'planned-only':
      return t(`renewal.reason-${reason.why}`, { count: reason.count })
    case 'people-wait':
      return [
        reason.petitions > 0 && t('renewal.reason-petitions-wait', { count: reason.petitions }),
        reason.findings > 0 && t('renewal.reason-findings-wait', { count: reason.findings }),
      ]
        .filter(Boolean)
        .join('; ')
    case 'says-the-same': {
      const clause = citeClause(reason.path)
      const programme = reason.number
      return t('renewal.reason-same', { clause: programme ? t('renewal.other-programme', { clause, programme }) : clause })
    }
    case 'often-silent':
    case 'names-year':
      return t(`renewal.reason-${reason.why}`, { years: reason.years.join(', ') })
    case 'often-missed':
      return t('renewal.reason-often-missed', { planned: reason.planned, done: reason.done })
    default:
      return t('renewal.reason-worked', { count: reason.count, of: reason.of })
  }
}
