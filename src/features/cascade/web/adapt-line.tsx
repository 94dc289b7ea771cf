import { printNumber } from '../../../kernel/numbers.ts'
import { Button } from '../../../ui/components/button.tsx'
import { NumberField, TextArea } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Adopted, TemplateClause } from '../sending/contract.ts'

type LineProps = {
  clause: TemplateClause
  line: Adopted
  may: boolean
  /** What a colleague has saved of it meanwhile, where both have changed it. */
  theirs: Adopted | undefined
  onSet: (change: Partial<Adopted>) => void
}

export function AdaptLine({ clause, line, may, theirs, onSet }: LineProps) {
  const out = line.text === null
  return (
    <li className="parent-line">
      <div>
        <p className="paper-text">{clause.text}</p>
        <p className="quiet small">
          {t(`cascade.bound-${clause.bound}`)}
          {clause.least !== null && ` · ${t('cascade.at-least', { least: clause.least, unit: clause.unit })}`}
        </p>
      </div>
      <div className="stack">
        {!out && clause.bound !== 'fixed' && may && (
          <TextArea label={t('cascade.own-text')} rows={3} value={line.text ?? ''} onChange={text => onSet({ text })} />
        )}
        {!may && <Kept clause={clause} line={line} />}
        {!out && clause.least !== null && may && (
          <NumberField
            label={t('cascade.promised')}
            unit={clause.unit}
            value={line.promised}
            onChange={promised => onSet({ promised })}
          />
        )}
        {clause.bound === 'optional' && may && (
          <label className="choice">
            <input type="checkbox" checked={out} onChange={event => onSet({ text: event.target.checked ? null : clause.text })} />
            {t('cascade.cell-left-out')}
          </label>
        )}
        {theirs && may && <Theirs clause={clause} theirs={theirs} onTake={() => onSet(theirs)} />}
        {clause.bound === 'fixed' && <p className="quiet">{t('cascade.fixed-help')}</p>}
      </div>
    </li>
  )
}

/** What stands there for those who read and do not write, such as who signs by a mandate. */
const Kept = ({ clause, line }: Pick<LineProps, 'clause' | 'line'>) => (
  <p>
    {line.text === null ? (
      <span className="quiet">{t('cascade.cell-left-out')}</span>
    ) : (
      clause.bound !== 'fixed' && <span className="paper-text">{line.text}</span>
    )}
    {line.text !== null && line.promised !== null && (
      <span className="quiet"> ({`${printNumber(line.promised)} ${clause.unit}`})</span>
    )}
  </p>
)

function Theirs({ clause, theirs, onTake }: { clause: TemplateClause; theirs: Adopted; onTake: () => void }) {
  return (
    <div className="message">
      <p>{t('cascade.theirs')}</p>
      <Kept clause={clause} line={theirs} />
      <Button look="plain" onClick={onTake}>
        {t('cascade.take-theirs')}
      </Button>
    </div>
  )
}
