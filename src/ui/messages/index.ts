import { fill, type NamesOf, type Value } from './catalogue.ts'
import type { features } from './vi/features.ts'
import { core } from './vi.ts'

/** Vietnamese is the source; a second language is a catalogue with the same keys. */
export type Messages = typeof core & typeof features
export type Key = keyof Messages
type Data<K extends Key> = [NamesOf<Messages[K]>] extends [never] ? [] : [Record<NamesOf<Messages[K]>, Value>]

const words: Record<string, string> = { ...core }

/** Lays a catalogue over what is known: features bring theirs when their first screen opens. */
export const addMessages = (catalogue: Record<string, string>): void => void Object.assign(words, catalogue)

/** The words of a key, with its names filled in. */
export const t = <K extends Key>(key: K, ...[data]: Data<K>): string => fill(words[key] ?? key, data)

/** The words of a key that came with data; null where the catalogue has none. */
export function find(key: string, data: Record<string, Value> = {}): string | null {
  const text = words[key]
  return text === undefined ? null : fill(text, data)
}
