import { Button } from '../../../ui/components/button.tsx'
import { NumberField, SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type BreakdownRow, DIMENSION_KEYS, DIMENSIONS, type Dimension } from '../breakdown.ts'

type Props = { value: BreakdownRow[]; onChange: (rows: BreakdownRow[]) => void; problem: string | undefined }

/** How those reached are split, as counts. Folded away: most records need none. */
export function SplitFields({ value, onChange, problem }: Props) {
  return (
    <details className="stack" open={value.length > 0 || undefined}>
      <summary>{t('activities.split')}</summary>
      <p className="quiet small">{t('activities.split-help')}</p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {DIMENSION_KEYS.map(dimension => (
        <OneSplit key={dimension} dimension={dimension} value={value} onChange={onChange} />
      ))}
    </details>
  )
}

function OneSplit({ dimension, value, onChange }: Omit<Props, 'problem'> & { dimension: Dimension }) {
  const rows = value.filter(row => row.dimension === dimension)
  const left = (DIMENSIONS[dimension] as readonly string[]).filter(label => !rows.some(row => row.label === label))
  const put = (label: string, count: number | null) =>
    onChange(
      value.map(row => (row.dimension === dimension && row.label === label ? { ...row, count: Math.round(count ?? 0) } : row)),
    )
  const drop = (label: string) => onChange(value.filter(row => row.dimension !== dimension || row.label !== label))
  return (
    <div className="stack">
      {rows.map(row => (
        <div className="row" key={row.label}>
          <NumberField label={row.label} value={row.count} onChange={count => put(row.label, count)} />
          <Button look="plain" onClick={() => drop(row.label)} aria-label={t('activities.split-drop', { label: row.label })}>
            {t('activities.split-out')}
          </Button>
        </div>
      ))}
      {left.length > 0 && (
        <SelectField
          label={t(`activities.split-${dimension}`)}
          value=""
          onChange={label => label && onChange([...value, { dimension, label, count: 0 }])}
          choices={left.map(label => ({ value: label, label }))}
        />
      )}
    </div>
  )
}
