/** A value that screens can listen to (for useSyncExternalStore). */
export type Store<Value> = { get: () => Value; set: (value: Value) => void; listen: (listener: () => void) => () => void }

export function makeStore<Value>(first: Value): Store<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
