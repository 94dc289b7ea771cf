import { type ComboboxLikeRenderOptionInput, MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import { fold } from '../../kernel/vietnamese.ts'
import { Field, type FieldProps } from '../components/field.tsx'
import { t } from '../messages/index.ts'
import { MantineGround } from './ground.tsx'

/** `note` is a quieter second line and is searched too. */
export type PickChoice = { value: string; label: string; note?: string }

const MOST_SHOWN = 60
const CLASSES = { input: 'pick-input', dropdown: 'pick-list', options: 'pick-options', option: 'pick-option', pill: 'pick-pill' }

/** Every word of the search, with or without marks, in any order. */
const filterBy =
  (choices: readonly PickChoice[]): OptionsFilter =>
  ({ options, search }) => {
    const words = fold(search).split(/\s+/).filter(Boolean)
    const notes = new Map(choices.map(choice => [choice.value, choice.note ?? '']))
    const matches = options.filter(option => {
      if (!('value' in option)) return false
      const text = fold(`${option.label} ${notes.get(option.value) ?? ''}`)
      return words.every(word => text.includes(word))
    })
    return matches.slice(0, MOST_SHOWN)
  }

const optionOf = (choices: readonly PickChoice[]) =>
  function Option({ option }: ComboboxLikeRenderOptionInput<{ value: string; label: string }>) {
    const note = choices.find(choice => choice.value === option.value)?.note
    return (
      <span>
        {option.label}
        {note && <span className="quiet small"> · {note}</span>}
      </span>
    )
  }

const shared = (choices: readonly PickChoice[]) => ({
  data: choices.map(({ value, label }) => ({ value, label })),
  filter: filterBy(choices),
  renderOption: optionOf(choices),
  classNames: CLASSES,
  searchable: true,
  placeholder: t('part.pick'),
  nothingFoundMessage: t('part.not-found-choice'),
  // Inside the page: a native dialog would lie over a list at the end of the body.
  comboboxProps: { withinPortal: false, transitionProps: { duration: 0 } },
  withScrollArea: false,
})

type PickProps = FieldProps & { value: string | null; onChange: (value: string | null) => void; choices: readonly PickChoice[] }

/** One of a long list, found by typing. */
export const PickField = ({ value, onChange, choices, ...field }: PickProps) => (
  <MantineGround>
    <Field {...field}>
      {wiring => (
        <Select
          {...shared(choices)}
          {...wiring}
          value={value}
          onChange={onChange}
          error={Boolean(field.problem)}
          clearable
          clearButtonProps={{ 'aria-label': t('part.pick-clear') }}
        />
      )}
    </Field>
  </MantineGround>
)

type PickManyProps = FieldProps & {
  value: readonly string[]
  onChange: (value: string[]) => void
  choices: readonly PickChoice[]
}

/** Several of a long list, found by typing. */
export const PickManyField = ({ value, onChange, choices, ...field }: PickManyProps) => (
  <MantineGround>
    <Field {...field}>
      {wiring => (
        <MultiSelect
          {...shared(choices)}
          {...wiring}
          value={[...value]}
          onChange={onChange}
          error={Boolean(field.problem)}
          hidePickedOptions
        />
      )}
    </Field>
  </MantineGround>
)
