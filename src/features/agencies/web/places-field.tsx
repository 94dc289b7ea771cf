import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { FieldProps } from '../../../ui/components/field.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PickField, PickManyField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { LOCAL_KINDS, type Place, type PlaceKind } from '../places/contract.ts'
import type { places } from '../places/queries.ts'

type Places = AnswerOf<typeof places>
type Common = FieldProps & {
  /** Which places can be chosen; communes, wards, special zones and villages unless said otherwise. */
  kinds?: readonly PlaceKind[]
  /** The day whose places are offered; today unless said otherwise. */
  on?: string
}
type ManyProps = Common & { value: readonly string[]; onChange: (placeIds: string[]) => void }
type OneProps = Common & { value: string | null; onChange: (placeId: string | null) => void }

const choicesOf = (found: readonly Place[]) =>
  found.map(place => ({ value: place.id, label: place.name, note: place.kind === 'village' ? (place.parentName ?? '') : '' }))

/** The places that can be chosen, with how to say those that are. */
export function usePlaces(kinds: readonly PlaceKind[] = LOCAL_KINDS, on?: string) {
  return useAnswer<Places>('agencies.places', { kinds, ...(on && { on }) })
}

/** Several communes and villages, found by typing, with or without marks: "na loc" finds thôn Nà Lốc. */
export function PlacesField({ kinds, on, value, onChange, help, ...field }: ManyProps) {
  return (
    <Answered of={usePlaces(kinds, on)}>
      {({ places: found }) => (
        <PickManyField
          {...field}
          help={help ?? (found.length === 0 ? t('places.none-yet') : t('places.field-help'))}
          value={value.filter(id => found.some(place => place.id === id))}
          onChange={onChange}
          choices={choicesOf(found)}
        />
      )}
    </Answered>
  )
}

/** One commune or village. */
export function PlaceField({ kinds, on, help, ...field }: OneProps) {
  return (
    <Answered of={usePlaces(kinds, on)}>
      {({ places: found }) => (
        <PickField {...field} help={help ?? (found.length === 0 ? t('places.none-yet') : undefined)} choices={choicesOf(found)} />
      )}
    </Answered>
  )
}
