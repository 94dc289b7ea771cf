import { createContext, useContext } from 'react'
import { t } from '../../../ui/messages/index.ts'

/** What the places of this answer are called, by id. */
export const PlaceNames = createContext<Readonly<Record<string, string>>>({})

/** Says places as they are kept: none is the whole province; nothing where nothing is said. */
export function usePlacesWords(): (places: readonly string[] | null) => string {
  const names = useContext(PlaceNames)
  return places => {
    if (places === null) return ''
    return places.length === 0 ? t('plans.whole-province') : places.map(id => names[id] ?? '').join('; ')
  }
}
