import { printDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'

export type SeenInstruction = {
  id: string
  words: string
  dueOn: string | null
  givenBy: string | null
  doneBy: string | null
}

/** What the own leaders wrote beside a submission, each with whether it was done. */
export function InstructionList({ instructions }: { instructions: readonly SeenInstruction[] }) {
  if (instructions.length === 0) return null
  return (
    <ul className="plain stack">
      {instructions.map(({ id, words, dueOn, givenBy, doneBy }) => (
        <li key={id}>
          <p>
            {t('clearance.instruction-of', { name: givenBy ?? '' })} <b className="paper-text">{words}</b>
          </p>
          <p>
            {dueOn && `${t('clearance.instruction-due', { day: printDate(dueOn) })} `}
            {doneBy && t('instructions.done-by', { name: doneBy })}
          </p>
          {!doneBy && <Go to={`/y-kien-chi-dao/${id}`}>{t('instructions.follow')}</Go>}
        </li>
      ))}
    </ul>
  )
}
