import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Passing } from '../../programmes/index.ts'
import type { printedNames } from '../queries/printed-names.ts'
import type { Bodies } from './draft-form.tsx'

export type PassingDraft = { programmeId: string; name: string; heirId: string; heirWords: string }
type Programmes = AnswerOf<typeof printedNames>['programmes']
type Props = { bodies: Bodies; value: PassingDraft[]; onChange: (value: PassingDraft[]) => void }

const EMPTY: PassingDraft = { programmeId: '', name: '', heirId: '', heirWords: '' }
/** An heir that is many bodies is told in words. */
const MANY = 'many'

/** One that is filled in half is refused, not left out. */
export const passingsOf = (drafts: readonly PassingDraft[]): Passing[] =>
  drafts.map(({ heirId, heirWords, ...named }) =>
    heirId === MANY ? { ...named, heirId: null, heirWords } : { ...named, heirId, heirWords: null },
  )

/** Duties that a text gives to a name, "Phòng Dân tộc các huyện", and who does them from the day on. */
export function PassingFields(props: Props) {
  const found = useAnswer<AnswerOf<typeof printedNames>>('reorganisation.printed-names', {})
  return (
    <Answered of={found}>{({ programmes }) => programmes.length > 0 && <Fields {...props} programmes={programmes} />}</Answered>
  )
}

const keyOf = (programmeId: string, name: string) => (programmeId ? `${programmeId} ${name}` : '')

function Fields({ bodies, programmes, value, onChange }: Props & { programmes: Programmes }) {
  const set = (at: number, change: Partial<PassingDraft>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...change } : one)))
  const printed = programmes.flatMap(({ id, title, names }) =>
    names.map(name => ({ programmeId: id, name, value: keyOf(id, name), label: `${name} — ${title}` })),
  )
  const choose = (at: number, key: string) => {
    const { programmeId, name } = printed.find(one => one.value === key) ?? EMPTY
    set(at, { programmeId, name })
  }
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
            value={keyOf(one.programmeId, one.name)}
            onChange={key => choose(at, key)}
            choices={printed}
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
