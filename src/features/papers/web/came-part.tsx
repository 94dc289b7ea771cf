import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { cameAbout } from '../queries/came-about.ts'

type Props = { about: { petitionId: string } | { requestId: string }; take?: (number: string, dated: string) => void }

/** The papers that came in about a record, each with its place in the register; `take` puts number and day into a form. */
export function CamePart({ about, take }: Props) {
  const found = useAnswer<AnswerOf<typeof cameAbout>>('papers.came-about', about).data
  if (!found || found.came.length === 0) return null
  return (
    <ul className="plain-list">
      {found.came.map(one => (
        <li key={one.id} className="row">
          <Go to={`/van-ban/den/${one.id}`}>
            {t('papers.came-as', { cited: one.cited, day: printDate(one.dated), issuer: one.issuer })}
          </Go>
          {take && <Button onClick={() => take(one.cited, one.dated)}>{t('papers.take-came')}</Button>}
        </li>
      ))}
    </ul>
  )
}
