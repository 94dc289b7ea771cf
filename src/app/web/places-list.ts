import type { Key } from '../../ui/messages/index.ts'

export type Place = { to: string; name: Extract<Key, `place.${string}`> }

/** The places of the rail. A feature that is not built has no entry. */
export const PLACES: readonly Place[] = [
  { to: '/', name: 'place.today' },
  { to: '/lich', name: 'place.calendar' },
  { to: '/chuong-trinh', name: 'place.programmes' },
  { to: '/ke-hoach', name: 'place.plans' },
  { to: '/hoat-dong', name: 'place.activities' },
  { to: '/quan-triet', name: 'place.dissemination' },
  { to: '/kien-nghi', name: 'place.petitions' },
  { to: '/giam-sat', name: 'place.supervision' },
  { to: '/nguoi-co-uy-tin', name: 'place.honours' },
  { to: '/thi-dua', name: 'place.commendations' },
  { to: '/trao-doi', name: 'place.exchange' },
  { to: '/cap-xa', name: 'place.cascade' },
  { to: '/bao-cao', name: 'place.reviews' },
  { to: '/van-ban', name: 'place.papers' },
  { to: '/van-ban-chi-dao', name: 'place.directives' },
  { to: '/to-chuc', name: 'place.agencies' },
]

/** The five of the phone's bottom bar. */
export const PHONE_PLACES: readonly Place[] = [
  { to: '/', name: 'place.today' },
  { to: '/chuong-trinh', name: 'place.programmes' },
  { to: '/hoat-dong/moi', name: 'place.record' },
  { to: '/kien-nghi', name: 'place.petitions-short' },
  { to: '/them', name: 'place.more' },
]

/** The entry that an open path belongs to: the longest that begins it. */
export function placeOf(path: string, places: readonly Place[]): Place | null {
  const holds = (place: Place) => (place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`))
  return places.filter(holds).toSorted((a, b) => b.to.length - a.to.length)[0] ?? null
}

/** The entry of the bottom bar that an open path belongs to: "Thêm" holds the places that have no room there. */
export const phonePlaceOf = (path: string): Place | null =>
  placeOf(path, PHONE_PLACES) ?? (placeOf(path, PLACES) ? (PHONE_PLACES.at(-1) ?? null) : null)
