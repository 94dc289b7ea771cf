import type { Draft } from '../../../ui/client/use-draft.ts'
import { CountPair } from '../../../ui/components/count-pair.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ACTIVITY_KINDS, KINDS } from '../contract.ts'
import { fieldsOfKind } from '../kinds.ts'
import { type Missing, unitsOf, type Written } from './activity-fields.ts'
import { KindFields } from './kind-fields.tsx'
import { SplitFields } from './split-fields.tsx'
import { WhereFields } from './where-fields.tsx'

type InputsProps = { draft: Draft<Written>; missing: Missing; today: string; targetUnits: readonly string[] }

const distinct = (units: readonly (string | null)[]) => [...new Set(units.filter(unit => unit !== null))]
const COUNT_UNITS = distinct(Object.values(KINDS).map(kind => kind.count))
const REACH_UNITS = distinct(Object.values(KINDS).map(kind => kind.reach))

/** Kind, name, day, place, count pair, money and note: the fewest that a figure needs. */
export function ActivityInputs({ draft, missing, today, targetUnits }: InputsProps) {
  const { value, set } = draft
  const kinds = ACTIVITY_KINDS.map(kind => ({ value: kind, label: KINDS[kind].name }))
  const chooseKind = (kind: Written['kind']) => {
    const units = unitsOf(kind)
    const { pair } = value
    const countUnit = pair.count === null ? (targetUnits[0] ?? units.count) : pair.countUnit
    set({ kind, pair: { ...pair, countUnit, reachUnit: pair.reach === null ? units.reach : pair.reachUnit } })
  }
  return (
    <>
      <SelectField
        label={t('activities.kind')}
        help={t('activities.kind-help')}
        required
        value={value.kind}
        onChange={chooseKind}
        choices={kinds}
      />
      <TextField
        label={t('activities.name')}
        help={t('activities.name-help')}
        required
        value={value.title}
        onChange={title => set({ title })}
        problem={missing.title}
      />
      <DateField
        label={t('activities.held-on')}
        required
        value={value.heldOn}
        onChange={heldOn => set({ heldOn })}
        max={today}
        problem={missing.heldOn}
      />
      <label className="choice">
        <input type="checkbox" checked={value.several} onChange={event => set({ several: event.target.checked })} />
        {t('activities.several-days')}
      </label>
      {value.several && (
        <DateField label={t('activities.held-to')} value={value.heldTo} onChange={heldTo => set({ heldTo })} max={today} />
      )}
      <WhereFields draft={draft} problem={missing.place} />
      <CountPair
        label={t('activities.pair')}
        help={targetUnits[0] ? t('activities.pair-target', { unit: targetUnits.join('”, “') }) : t('activities.pair-help')}
        problem={missing.pair}
        value={value.pair}
        onChange={pair => set({ pair })}
        countUnits={distinct([...targetUnits, ...COUNT_UNITS])}
        reachUnits={REACH_UNITS}
        words={{
          count: t('activities.count'),
          countUnit: t('activities.count-unit'),
          reach: t('activities.reach'),
          reachUnit: t('activities.reach-unit'),
        }}
      />
      <KindFields
        key={value.kind}
        fields={fieldsOfKind(value.kind)}
        value={value.details}
        onChange={details => set({ details })}
      />
      <SplitFields value={value.breakdown} onChange={breakdown => set({ breakdown })} problem={missing.breakdown} />
      <NumberField
        label={t('activities.money')}
        unit={t('activities.money-unit')}
        value={value.money}
        onChange={money => set({ money })}
      />
      <TextArea
        label={t('activities.note')}
        help={t('activities.note-help')}
        value={value.note}
        onChange={note => set({ note })}
      />
    </>
  )
}
