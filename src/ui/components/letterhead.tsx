import { t } from '../messages/index.ts'

type LetterheadProps = {
  /** The lead first; `superior` is printed above the name. */
  bodies: readonly { id: string; name: string; superior?: string | null }[]
  /** A paper of the Party, else of a state agency or the Front. */
  party: boolean
  /** Number and symbol with the word before them, as printed; '' where there is none. */
  number: string
  /** Place and date, as printed. */
  date: string
}

/** The head of an official paper: who issues it at the left, the nation or the Party at the right (NĐ 30/2020; HD 05-HD/VPTW). */
export const Letterhead = ({ bodies, party, number, date }: LetterheadProps) => (
  <div className="letterhead">
    <div className="letterhead-sides">
      <div>
        {bodies.map(({ id, name, superior }) => (
          <p key={id}>
            {superior && <span className="superior">{superior}</span>}
            <b>{name}</b>
          </p>
        ))}
        {party ? <p aria-hidden="true">*</p> : <hr />}
        <p className="letterhead-number">{number}</p>
      </div>
      <div>
        {party ? (
          <p>
            <b className="motto">{t('paper.party')}</b>
          </p>
        ) : (
          <p>
            <b>{t('paper.nation')}</b>
            <b className="motto">{t('paper.motto')}</b>
          </p>
        )}
        <p className="letterhead-date">{date}</p>
      </div>
    </div>
  </div>
)
