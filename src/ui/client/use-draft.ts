import { useCallback, useEffect, useRef, useState } from 'react'
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

/** A form's content, kept in this browser under `key` until it is sent. Passwords do not belong here. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const [store] = useState(() =>
    makeDraftStore(localStorage, `phoihop.draft.${boot().me?.accountId ?? 'nobody'}.${key}`, initial),
  )
  const [kept] = useState(() => store.find())
  const [value, setValue] = useState<Value>(kept ?? initial)
  const waiting = useRef<Value | null>(null)

  const write = useCallback(() => {
    if (waiting.current) store.keep(waiting.current)
    waiting.current = null
  }, [store])

  useEffect(() => {
    const timer = setTimeout(write, PAUSE)
    return () => clearTimeout(timer)
  }, [value, write])

  useEffect(() => {
    addEventListener('pagehide', write)
    return () => {
      removeEventListener('pagehide', write)
      write()
    }
  }, [write])

  const set = useCallback((change: Partial<Value>) => {
    setValue(before => {
      const after = { ...before, ...change }
      waiting.current = after
      return after
    })
  }, [])

  const clear = useCallback(() => {
    waiting.current = null
    store.drop()
    setValue(initial)
  }, [store])

  return { value, set, restored: kept !== null, clear }
}
