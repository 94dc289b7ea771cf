import { useCallback, useEffect, useState } from 'react'
import { boot } from './boot.ts'
import { makeDraftStore } from './draft-store.ts'

const PAUSE = 300

export type Draft<Value> = {
  value: Value
  set: (change: Partial<Value>) => void
  /** True where the form opened with what was typed before. */
  restored: boolean
  /** Forgets what was typed: after it is sent, or when the person starts again. */
  clear: () => void
}

/** A draft store that writes after a pause in typing, and at once when asked to. */
function makeKeeper<Value extends object>(key: string, initial: Value) {
  const store = makeDraftStore(localStorage, `phoihop.draft.${boot().me?.accountId ?? 'nobody'}.${key}`, initial)
  let waiting: Value | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    if (waiting) store.keep(waiting)
    waiting = null
  }
  return {
    initial,
    kept: store.find(),
    write,
    keep(value: Value) {
      waiting = value
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE)
    },
    drop() {
      waiting = null
      clearTimeout(timer)
      store.drop()
    },
  }
}

/** A form's content, kept in this browser under `key` until it is sent. Passwords do not belong here. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const [keeper] = useState(() => makeKeeper(key, initial))
  const [value, setValue] = useState<Value>(keeper.kept ?? keeper.initial)
  const [restored, setRestored] = useState(keeper.kept !== null)

  useEffect(() => {
    addEventListener('pagehide', keeper.write)
    return () => {
      removeEventListener('pagehide', keeper.write)
      keeper.write()
    }
  }, [keeper])

  const set = useCallback(
    (change: Partial<Value>) =>
      setValue(before => {
        const after = { ...before, ...change }
        keeper.keep(after)
        return after
      }),
    [keeper],
  )
  const clear = useCallback(() => {
    keeper.drop()
    setRestored(false)
    setValue(keeper.initial)
  }, [keeper])

  return { value, set, restored, clear }
}
