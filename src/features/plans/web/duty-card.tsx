import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { targetWords as printedWords } from '../../programmes/web/commitment-words.ts'
import { IndicatorLine } from './indicator-line.tsx'
import { agreedOf, type Duty, historyOf, type Indicators, openOf } from './indicator-words.ts'

type DutyProps = { duty: Duty; answer: Indicators; onPropose: () => void }

/** A duty in its own words, the number that the text prints, and beside it what the sides have agreed or propose. */
export function DutyCard({ duty, answer, onPropose }: DutyProps) {
  const [agreed, history] = [agreedOf(duty), historyOf(duty)]
  return (
    <li id={duty.id} className="duty-card">
      <p className="paper-text">{duty.text}</p>
      {duty.targets.length > 0 && (
        <p className="quiet small">{t('plans.indicator-printed', { targets: duty.targets.map(printedWords).join('; ') })}</p>
      )}
      {agreed && <IndicatorLine indicator={agreed} answer={answer} />}
      {openOf(duty).map(one => (
        <IndicatorLine key={one.id} indicator={one} answer={answer} />
      ))}
      {duty.can.propose && (
        <div className="row no-print">
          <Button onClick={onPropose}>{agreed ? t('plans.indicator-change') : t('plans.indicator-propose')}</Button>
        </div>
      )}
      {history.length > 0 && (
        <details className="no-print">
          <summary>{t('plans.indicator-history', { count: history.length })}</summary>
          {history.map(one => (
            <IndicatorLine key={one.id} indicator={one} answer={answer} />
          ))}
        </details>
      )}
    </li>
  )
}
