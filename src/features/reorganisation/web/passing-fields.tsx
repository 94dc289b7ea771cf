import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Passing } from '../../programmes/index.ts'
import type { printedNames } from '../queries/printed-names.ts'
import type { Bodies } from './draft-form.tsx'

/** `place`: the place of the name among all names of all programmes, '' before it is chosen. */
export type PassingDraft = { place: string; heirId: string; heirWords: string }
export type Printed = { programmeId: string; programme: string; name: string }
type Props = { bodies: Bodies; printed: readonly Printed[]; value: PassingDraft[]; onChange: (value: PassingDraft[]) => void }

const EMPTY: PassingDraft = { place: '', heirId: '', heirWords: '' }
/** An heir that is many bodies is told in words. */
const MANY = 'many'

export function usePrintedNames(): Printed[] {
  const programmes = useAnswer<AnswerOf<typeof printedNames>>('reorganisation.printed-names', {}).data?.programmes ?? []
  return programmes.flatMap(({ id, title, names }) => names.map(name => ({ programmeId: id, programme: title, name })))
}

export const passingsOf = (drafts: readonly PassingDraft[], printed: readonly Printed[]): Passing[] =>
  drafts.flatMap(({ place, heirId, heirWords }): Passing[] => {
    const one = place === '' ? undefined : printed[Number(place)]
    if (!one || !heirId) return []
    const named = { programmeId: one.programmeId, name: one.name }
    return heirId === MANY ? [{ ...named, heirId: null, heirWords }] : [{ ...named, heirId, heirWords: null }]
  })

/** Duties that a text gives to a name, "Phòng Dân tộc các huyện", and who does them from the day on. */
export function PassingFields({ bodies, printed, value, onChange }: Props) {
  if (printed.length === 0) return null
  const set = (at: number, change: Partial<PassingDraft>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...change } : one)))
  const names = printed.map(({ name, programme }, at) => ({ value: `${at}`, label: `${name} — ${programme}` }))
  const heirs = [
    { value: MANY, label: t('reorganisation.heir-many') },
    ...bodies.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      {value.map((one, at) => (
        <div className="card padded stack" key={`${at} ${value.length}`}>
          <SelectField
            label={t('reorganisation.printed-name')}
            help={t('reorganisation.printed-name-help')}
            required
            value={one.place}
            onChange={place => set(at, { place })}
            choices={names}
          />
          <SelectField
            label={t('reorganisation.passing-heir')}
            required
            value={one.heirId}
            onChange={heirId => set(at, { heirId })}
            choices={heirs}
          />
          {one.heirId === MANY && (
            <TextField
              label={t('reorganisation.heir-words')}
              help={t('reorganisation.heir-words-help')}
              required
              value={one.heirWords}
              onChange={heirWords => set(at, { heirWords })}
            />
          )}
          <div className="row">
            <Button onClick={() => onChange(value.filter((_, place) => place !== at))}>{t('reorganisation.less')}</Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => onChange([...value, EMPTY])}>{t('reorganisation.pass-duty')}</Button>
      </div>
    </>
  )
}
