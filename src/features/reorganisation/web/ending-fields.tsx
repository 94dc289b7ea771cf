import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import type { Required } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { HeldKind } from '../contract.ts'
import type { Bodies } from './draft-form.tsx'
import { ShareFields } from './share-fields.tsx'

export type EndingDraft = {
  bodyId: string
  heirId: string
  units: Record<string, string>
  /** Further bodies that take over, who takes which kind, and which piece goes elsewhere than its kind. */
  others: string[]
  kinds: Partial<Record<HeldKind, string>>
  pieces: Record<string, { kind: HeldKind; heirId: string }>
}
const UNSHARED = { others: [], kinds: {}, pieces: {} }
type Props = {
  bodies: Bodies
  value: EndingDraft[]
  onChange: (value: EndingDraft[]) => void
  empty: EndingDraft
  /** How many there are at the least: a level can end that has no body here. */
  least: 0 | 1
  /** Whether several can take over: a merger has one heir. */
  shared: boolean
  problemOf: Required['problemOf']
}

const choicesOf = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }))

/** Which bodies end, and who takes over each; a further one goes to the same heir unless told otherwise. */
export function EndingFields({ bodies, value, onChange, empty, least, shared, problemOf }: Props) {
  const set = (at: number, change: Partial<EndingDraft>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...change } : one)))
  return (
    <>
      {value.map((ending, at) => (
        <div className="card padded stack" key={`${at} ${value.length}`}>
          <SelectField
            label={t('reorganisation.ending')}
            required
            value={ending.bodyId}
            onChange={bodyId => set(at, { bodyId, units: {}, ...UNSHARED })}
            choices={choicesOf(bodies)}
          />
          <SelectField
            label={t('reorganisation.heir')}
            help={t('reorganisation.heir-help')}
            required
            value={ending.heirId}
            onChange={heirId => set(at, { heirId, units: {}, ...UNSHARED })}
            choices={choicesOf(bodies.filter(body => body.id !== ending.bodyId))}
          />
          {shared && <ShareFields bodies={bodies} ending={ending} onChange={change => set(at, change)} problemOf={problemOf} />}
          <UnitFields bodies={bodies} ending={ending} onChange={units => set(at, { units })} />
          {value.length > least && (
            <div className="row">
              <Button onClick={() => onChange(value.filter((_, place) => place !== at))}>{t('reorganisation.less')}</Button>
            </div>
          )}
        </div>
      ))}
      <div className="row">
        <Button onClick={() => onChange([...value, { ...empty, heirId: value.at(-1)?.heirId ?? '' }])}>
          {t('reorganisation.more')}
        </Button>
      </div>
    </>
  )
}

type UnitProps = { bodies: Bodies; ending: EndingDraft; onChange: (units: Record<string, string>) => void }

/** Where the work of each unit goes on; what is left open the leaders hand out. */
function UnitFields({ bodies, ending, onChange }: UnitProps) {
  const unitsOf = (id: string) => bodies.find(body => body.id === id)?.units.filter(unit => !unit.endedOn) ?? []
  const heirs = [ending.heirId, ...ending.others].flatMap(unitsOf)
  if (heirs.length === 0) return null
  return unitsOf(ending.bodyId).map(unit => (
    <SelectField
      key={unit.id}
      label={t('reorganisation.unit-goes', { unit: unit.name })}
      empty={t('reorganisation.unit-leaders')}
      value={ending.units[unit.id] ?? ''}
      onChange={heirId => onChange({ ...ending.units, [unit.id]: heirId })}
      choices={choicesOf(heirs)}
    />
  ))
}
