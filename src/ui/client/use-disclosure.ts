import { useCallback, useState } from 'react'
import { problemSentence } from '../messages/problem.ts'
import { ask } from './send.ts'

export type Disclosure<Answer> = {
  answer: Answer | null
  busy: boolean
  /** Why it was not opened, as a sentence; null otherwise. */
  problem: string | null
  open: (input: { purpose: string; [field: string]: unknown }) => Promise<void>
}

/**
 * The answer of a sensitive query: asked only when a person opens it and says why, never by itself again,
 * for each asking is a line of the access log.
 */
export function useDisclosure<Answer>(name: string): Disclosure<Answer> {
  const [state, setState] = useState<Omit<Disclosure<Answer>, 'open'>>({ answer: null, busy: false, problem: null })
  const open = useCallback(
    async (input: { purpose: string; [field: string]: unknown }) => {
      setState(before => ({ ...before, busy: true, problem: null }))
      try {
        setState({ answer: await ask<Answer>(name, input), busy: false, problem: null })
      } catch (error) {
        setState(before => ({ ...before, busy: false, problem: problemSentence(error, false) }))
      }
    },
    [name],
  )
  return { ...state, open }
}
