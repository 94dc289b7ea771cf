import { printDate } from '../../../kernel/dates.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { t } from '../../../ui/messages/index.ts'
import { nameOf } from '../kinds.ts'
import type { ShownReading } from './types.ts'

export type Proposal = NonNullable<ShownReading['proposed']>

/** What a machine has read at the top of the paper; nothing goes into a box before the clerk says so. */
export function ProposedPart({ reading, onFill }: { reading: ShownReading; onFill: (proposal: Proposal) => void }) {
  const { proposed, doubtful } = reading
  if (!proposed) return null
  const { issuer, cited, dated, kind, subject } = proposed
  if (Object.values(proposed).every(value => value === null)) return <p className="message">{t('papers.proposed-none')}</p>
  return (
    <section className="message stack" aria-labelledby="proposed">
      <h2 id="proposed">{t('papers.proposed')}</h2>
      <Facts
        facts={[
          [t('papers.issuers'), issuer],
          [t('papers.number'), cited],
          [t('papers.dated'), dated && printDate(dated)],
          [t('papers.kind'), kind && nameOf(kind)],
          [t('papers.subject'), subject],
        ]}
      />
      {doubtful.length > 0 && <p>{t('papers.proposed-doubts', { words: doubtful.join(', ') })}</p>}
      <div className="row">
        <Button onClick={() => onFill(proposed)}>{t('papers.fill-proposed')}</Button>
      </div>
    </section>
  )
}
