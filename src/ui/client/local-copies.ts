import type { KeptPlace } from './unsent.ts'

/** Names of this browser's own copies of which the server has everything. */
const KEY = 'phoihop.settled'

const settled = (place: KeptPlace): string[] => (place.getItem(KEY) ?? '').split('\n').filter(Boolean)

/** Notes of a copy whether the server has all of it: what it has not is never thrown away. */
export function noteSettled(name: string, whole: boolean, place: KeptPlace = localStorage): void {
  const others = settled(place).filter(one => one !== name)
  place.setItem(KEY, (whole ? [...others, name] : others).join('\n'))
}

/** Throws away the copies that the server has: nothing of them stays on a machine that others use too. */
export function dropSettled(place: KeptPlace = localStorage, drop = (name: string) => void indexedDB.deleteDatabase(name)): void {
  for (const name of settled(place)) drop(name)
  place.removeItem(KEY)
}
