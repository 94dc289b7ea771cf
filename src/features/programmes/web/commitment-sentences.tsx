import { t } from '../../../ui/messages/index.ts'
import type { DutyFields } from '../contract.ts'
import { scheduleWords, targetWords } from './commitment-words.ts'

type SentencesProps = {
  commitment: DutyFields & { deadline: string | null; product: string | null }
  /** How a body is called here; as printed where it is not known. */
  shortName?: (name: string) => string
}

/** Who, when and how much, as one would say it. */
export function CommitmentSentences({ commitment, shortName = name => name }: SentencesProps) {
  const list = (names: readonly string[]) => names.map(shortName).join('; ')
  const { lead, support, others, advises, schedules, targets, deadline, product } = commitment
  const lines = [
    lead.length > 0 ? t('programmes.lead-line', { names: list(lead) }) : t('programmes.lead-unknown'),
    support.length > 0 && t('programmes.support-line', { names: list(support) }),
    others.length > 0 && `${t('programmes.others')}: ${list(others)}`,
    advises.length > 0 && `${t('programmes.advises')}: ${list(advises)}`,
    `${t('programmes.time')}: ${schedules.length > 0 ? schedules.map(scheduleWords).join('; ') : t('programmes.time-none').toLowerCase()}`,
    targets.length > 0 && `${t('programmes.target')}: ${targets.map(targetWords).join('; ')}`,
    deadline && `${t('programmes.deadline')}: ${deadline}`,
    product && `${t('programmes.product')}: ${product}`,
  ]
  return <ul className="plain-list sentences">{lines.map(line => line && <li key={line}>{line}</li>)}</ul>
}
