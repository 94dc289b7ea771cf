import { QueryClient, type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { problemSentence } from '../messages/problem.ts'
import { Refused, Unreached } from './call.ts'
import { ask, sendCommand } from './send.ts'

const FRESH_FOR = 10_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_FOR,
      networkMode: 'always',
      retry: (count, error) => error instanceof Unreached && count < 2,
    },
  },
})

/** Answers of queries whose name begins with one of `prefixes` ('plans', 'insight.my-work') are asked anew. */
export async function refresh(prefixes: readonly string[]): Promise<void> {
  const concerned = (key: QueryKey) => prefixes.some(prefix => String(key[0]).startsWith(prefix))
  await queryClient.invalidateQueries({ predicate: query => concerned(query.queryKey) })
}

export type AnswerOptions<Answer> = { enabled?: boolean; first?: Answer; every?: number; keepPrevious?: boolean }

/** The answer of a query, kept fresh. `first` is an answer that is already at hand, `every` asks again after so many milliseconds. */
export function useAnswer<Answer>(name: string, input: unknown, options: AnswerOptions<Answer> = {}): UseQueryResult<Answer> {
  return useQuery<Answer>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask<Answer>(name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.first === undefined ? {} : { initialData: options.first as never }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keepPrevious ? { placeholderData: (before: Answer | undefined) => before as never } : {}),
  })
}

export type CommandState = 'idle' | 'sending' | 'done' | 'refused' | 'unsent'
export type Sending<Input, Result> = {
  state: CommandState
  /** What went wrong, as a sentence to show; null otherwise. */
  problem: string | null
  /** The same sentence where the refusal points at this field of the input; null otherwise. */
  problemAt: (field: string) => string | null
  /** Sends; null where the server refused or did not answer (then see `problem`). */
  send: (input: Input) => Promise<{ answer: Result } | null>
  /** Sends the unanswered command again under its id. */
  again: () => Promise<{ answer: Result } | null>
}
export type CommandOptions = {
  /** Query-name prefixes asked anew; by default the command's feature and everything of insight. */
  refresh?: readonly string[]
  /** False for inputs that must not stay in the browser, such as passwords. */
  keep?: boolean
}

type Outcome = { state: CommandState; problem: string | null; where: string | null }

/** A command as a button needs it. The same input sent again after a lost answer goes out under the same id. */
export function useCommand<Input, Result = unknown>(name: string, options: CommandOptions = {}): Sending<Input, Result> {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle', problem: null, where: null })
  const last = useRef<{ commandId: string; input: Input } | null>(null)
  const { refresh: prefixes = [name.split('.')[0] ?? name, 'insight.'], keep = true } = options
  const concerned = prefixes.join(' ')

  const go = useCallback(
    async (request: { commandId: string; input: Input }) => {
      setOutcome({ state: 'sending', problem: null, where: null })
      try {
        const answer = await sendCommand<Result>(name, request.input, request.commandId, keep)
        last.current = null
        setOutcome({ state: 'done', problem: null, where: null })
        await refresh(concerned.split(' '))
        return { answer }
      } catch (error) {
        const unanswered = error instanceof Unreached
        last.current = unanswered ? request : null
        const where = error instanceof Refused ? String(error.data.where ?? '') : null
        setOutcome({ state: unanswered ? 'unsent' : 'refused', problem: problemSentence(error, keep), where })
        return null
      }
    },
    [name, keep, concerned],
  )

  const send = useCallback(
    (input: Input) => {
      const same = last.current && JSON.stringify(last.current.input) === JSON.stringify(input)
      return go({ commandId: same && last.current ? last.current.commandId : newId(), input })
    },
    [go],
  )
  const again = useCallback(async () => (last.current ? go(last.current) : null), [go])
  const { state, problem, where } = outcome
  return { state, problem, problemAt: field => (where === field ? problem : null), send, again }
}
