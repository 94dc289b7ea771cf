import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Written } from './movement-fields.ts'

type Measures = Written['measures']

/** What is counted, each in its own unit. */
export function MeasuresField({ value, onChange }: { value: Measures; onChange: (measures: Measures) => void }) {
  const put = (measureId: string, change: Partial<Measures[number]>) =>
    onChange(value.map(one => (one.measureId === measureId ? { ...one, ...change } : one)))
  return (
    <fieldset className="stack">
      <legend>{t('movements.measures')}</legend>
      <p className="quiet small">{t('movements.measures-help')}</p>
      {value.map((measure, at) => (
        <div key={measure.measureId} className="movement-measure">
          <TextField
            label={t('movements.measure-name', { at: at + 1 })}
            value={measure.name}
            onChange={name => put(measure.measureId, { name })}
          />
          <TextField
            label={t('movements.measure-unit')}
            short
            value={measure.unit}
            onChange={unit => put(measure.measureId, { unit })}
          />
          <Button
            look="plain"
            aria-label={t('movements.measure-remove', { at: at + 1 })}
            onClick={() => onChange(value.filter(one => one !== measure))}
          >
            {t('movements.take-out')}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => onChange([...value, { measureId: newId(), name: '', unit: '' }])}>
          {t('movements.measure-add')}
        </Button>
      </div>
    </fieldset>
  )
}
