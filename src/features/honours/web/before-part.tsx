import { find, t } from '../../../ui/messages/index.ts'
import type { Standing } from './giving-page.tsx'

/** What was given in the village in the year, by which side, and the ceiling: facts about benefits, nobody's name. */
export function BeforePart({ standing: { same, cap, given, over, whyNot, can }, year }: { standing: Standing; year: number }) {
  return (
    <section className="card padded stack" aria-labelledby="before" aria-live="polite">
      <h2 id="before">{t('honours.before')}</h2>
      {whyNot && <p className="problem">{find(`refusal.${whyNot.code}`, whyNot.data ?? {})}</p>}
      {same.length === 0 ? (
        <p>{t('honours.before-none', { year })}</p>
      ) : (
        <>
          <p>
            <b>{t('honours.before-some', { year, count: same.length })}</b>
          </p>
          <ul className="honours-facts-list">
            {same.map((one, at) => (
              // Two facts may be the same in every word.
              <li key={`${one.side} ${one.givenOn} ${at}`}>{t('honours.before-one', { side: one.side, day: one.givenOn })}</li>
            ))}
          </ul>
          <p className="quiet">{t('honours.before-law')}</p>
        </>
      )}
      <p>{cap ? t('honours.cap', { most: mostOf(cap), basis: cap.basis }) : t('honours.cap-none')}</p>
      {given.length > 0 && (
        <p>{t('honours.cap-given', { sum: given.reduce((all, one) => all + one, 0), count: given.length })}</p>
      )}
      {over && <p className="problem">{find(`refusal.${over.code}`, over.data ?? {})}</p>}
      {over && !can.passCeiling && <p>{t('honours.over-ask-leader')}</p>}
    </section>
  )
}

const mostOf = ({ times, perTime, perYear }: NonNullable<Standing['cap']>): string =>
  [
    times !== null && t('honours.cap-times', { count: times }),
    perTime !== null && t('honours.cap-time', { amount: perTime }),
    perYear !== null && t('honours.cap-year', { amount: perYear }),
  ]
    .filter(Boolean)
    .join('; ')
