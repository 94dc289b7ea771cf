import { useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Target } from '../reading/result.ts'
import { perWords, targetWords } from './commitment-words.ts'

type TargetsProps = { targets: readonly Target[]; onChange: (targets: Target[]) => void }

/** How much: each target with what it is counted for, and one way to add another. The printed words stay with it. */
export function TargetsField({ targets, onChange }: TargetsProps) {
  const put = (at: number, target: Target) => onChange(targets.map((other, i) => (i === at ? target : other)))
  return (
    <FieldGroup label={t('programmes.target')}>
      {targets.length === 0 && <p className="quiet">{t('programmes.target-none')}</p>}
      <ul className="plain-list stack">
        {targets.map((target, at) => (
          <li key={`${at} ${target.text}`} className="row add-line">
            <span>{targetWords(target)}</span>
            <PerChoice target={target} onChange={per => put(at, { ...target, per })} />
            <Button
              look="plain"
              aria-label={t('programmes.target-remove', { target: targetWords(target) })}
              onClick={() => onChange(targets.filter((_, other) => other !== at))}
            >
              {t('programmes.draft-discard')}
            </Button>
          </li>
        ))}
      </ul>
      <AddTarget onAdd={target => onChange([...targets, target])} />
    </FieldGroup>
  )
}

function PerChoice({ target, onChange }: { target: Target; onChange: (per: string) => void }) {
  const { per } = target
  const printed = per !== null && per !== 'year' && per !== 'term' ? [{ value: per, label: perWords(per) ?? per }] : []
  return (
    <span data-ask="target">
      <SelectField
        label={t('programmes.target-per')}
        empty={t('programmes.target-per-none')}
        value={per ?? ''}
        onChange={value => value && onChange(value)}
        choices={[...printed, { value: 'year', label: t('target.per-year') }, { value: 'term', label: t('target.per-term') }]}
      />
    </span>
  )
}

function AddTarget({ onAdd }: { onAdd: (target: Target) => void }) {
  const [open, setOpen] = useState(false)
  const [min, setMin] = useState<number | null>(null)
  const [max, setMax] = useState<number | null>(null)
  const [unit, setUnit] = useState('')
  if (!open) return <Button onClick={() => setOpen(true)}>{t('programmes.target-add')}</Button>
  const add = () => {
    if ((min === null && max === null) || !unit.trim()) return
    onAdd({ min, max, unit: unit.trim(), per: 'year', text: '' })
    setOpen(false)
  }
  return (
    <div className="row add-line">
      <NumberField label={t('programmes.target-min')} value={min} onChange={setMin} />
      <NumberField label={t('programmes.target-max')} value={max} onChange={setMax} />
      <TextField label={t('programmes.target-unit')} short value={unit} onChange={setUnit} />
      <Button onClick={add}>{t('programmes.target-add')}</Button>
      <Button look="plain" onClick={() => setOpen(false)}>
        {t('part.cancel')}
      </Button>
    </div>
  )
}
