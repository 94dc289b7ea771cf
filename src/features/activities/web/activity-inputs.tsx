import type { Draft } from '../../../ui/client/use-draft.ts'
import { CountPair } from '../../../ui/components/count-pair.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type KindBook, kindNow, openKinds } from '../kind-book.ts'
import { kindOf, type Missing, unitsOf, type Written } from './activity-fields.ts'
import { KindFields } from './kind-fields.tsx'
import { SplitFields } from './split-fields.tsx'
import { WhereFields } from './where-fields.tsx'

type InputsProps = {
  draft: Draft<Written>
  missing: Missing
  today: string
  targetUnits: readonly string[]
  kinds: KindBook
  programmeId: string | undefined
}

const distinct = (units: readonly (string | null)[]) => [...new Set(units.filter(unit => unit !== null))]

/** Kind, name, day, place, count pair, money and note: the fewest that a figure needs. */
export function ActivityInputs({ draft, missing, today, targetUnits, kinds, programmeId }: InputsProps) {
  const { value, set } = draft
  const open = openKinds(kinds, programmeId)
  const used = kindOf(kinds, value)
  const offered = used && !open.some(one => one.key === used.key) ? [...open, used] : open
  const chooseKind = (kind: Written['kind']) => {
    const units = unitsOf(kindNow(kinds, kind))
    const { pair } = value
    const countUnit = pair.count === null ? (targetUnits[0] ?? units.count) : pair.countUnit
    set({ kind, kindVersion: null, pair: { ...pair, countUnit, reachUnit: pair.reach === null ? units.reach : pair.reachUnit } })
  }
  return (
    <>
      <SelectField
        label={t('activities.kind')}
        help={t('activities.kind-help')}
        required
        value={value.kind}
        onChange={chooseKind}
        choices={offered.map(one => ({ value: one.key, label: one.name }))}
      />
      {used?.explanation && <p className="quiet small">{used.explanation}</p>}
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
        countUnits={distinct([...targetUnits, ...open.map(one => one.count)])}
        reachUnits={distinct(open.map(one => one.reach))}
        words={{
          count: t('activities.count'),
          countUnit: t('activities.count-unit'),
          reach: t('activities.reach'),
          reachUnit: t('activities.reach-unit'),
        }}
      />
      <KindFields
        key={value.kind}
        fields={used?.fields ?? []}
        required={used?.required ?? []}
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
