import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { AskedSource } from '../contract.ts'
import { IssueButton } from './issue-button.tsx'
import type { OfSource } from './types.ts'

type Props = { source: AskedSource; label?: string; take: (number: string, dated: string) => void }

/** The letter that goes with a step: has it issued, and takes its number and day from the register once it has them. */
export function LetterPart({ source, label = t('papers.issue-letter'), take }: Props) {
  const found = useAnswer<OfSource>('papers.of-source', source).data
  const numbered = found?.papers.find(one => one.waits)
  return (
    <div className="row no-print">
      <IssueButton source={source} label={label} look="other" />
      {numbered && (
        <Button onClick={() => take(numbered.cited!, numbered.dated!)}>
          {t('papers.take-number', { cited: numbered.cited!, day: printDate(numbered.dated!) })}
        </Button>
      )}
    </div>
  )
}
