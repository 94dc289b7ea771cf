import { capital } from '../../../kernel/vietnamese.ts'
import type { Draft } from '../../../ui/client/use-draft.ts'
import { TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { placesWords } from '../../agencies/web/place-words.ts'
import { PlacesField, usePlaces } from '../../agencies/web/places-field.tsx'
import type { Written } from './activity-fields.ts'

const MOST_CHARACTERS = 300

/** Communes and villages from the list; the words for the paper follow them until somebody writes their own. */
export function WhereFields({ draft: { value, set }, problem }: { draft: Draft<Written>; problem: string | undefined }) {
  const found = usePlaces().data?.places ?? []
  const wordsOf = (ids: readonly string[]) =>
    capital(placesWords(ids.flatMap(id => found.find(place => place.id === id) ?? []))).slice(0, MOST_CHARACTERS)
  const choose = (placeIds: string[]) => {
    const follows = value.place.trim() === '' || value.place === wordsOf(value.placeIds)
    set({ placeIds, ...(follows ? { place: wordsOf(placeIds) } : {}) })
  }
  return (
    <>
      <PlacesField label={t('activities.places')} help={t('activities.places-help')} value={value.placeIds} onChange={choose} />
      <TextField
        label={t('activities.place')}
        help={t('activities.place-help')}
        required
        value={value.place}
        onChange={place => set({ place })}
        problem={problem}
      />
    </>
  )
}
