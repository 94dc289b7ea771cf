import { QueryClient, type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { problemSentence } from '../messages/problem.ts'
import { Refused, Unreached } from './call.ts'
import { ask, sendCommand } from './send.ts'
import { unsent } from './unsent.ts'

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
export type Sent<Result> = { answer: Result } | null
export type Sending<Input, Result> = {
  state: CommandState
  /** What went wrong, as a sentence to show; null otherwise. */
  problem: string | null
  /** The same sentence where the refusal points at this field of the input; null otherwise. */
  problemAt: (field: string) => string | null
  /**
   * Sends. Null where the server refused. While no answer comes it waits (state 'unsent'),
   * goes on after `again`, and ends with null where something else is sent instead. `as` is another command with the same input.
   */
  send: (input: Input, as?: string) => Promise<Sent<Result>>
  /** Sends the unanswered command again under its id. */
  again: () => Promise<void>
}
export type CommandOptions = {
  /** Query-name prefixes asked anew; by default the command's feature, what goes by post, and everything of insight. */
  refresh?: readonly string[]
  /** False for inputs that must not stay in the browser, such as passwords. */
  keep?: boolean
}

type Outcome = { state: CommandState; problem: string | null; where: string | null }
type Asked<Input> = { command: string; commandId: string; input: Input }
type Waiting<Input, Result> = Asked<Input> & { end: (sent: Sent<Result> | Promise<Sent<Result>>) => void }

const IDLE: Outcome = { state: 'idle', problem: null, where: null }
const SENDING: Outcome = { ...IDLE, state: 'sending' }
const DONE: Outcome = { ...IDLE, state: 'done' }

const sameInput = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What to show after a failure: where no answer came the command waits, else it is refused. */
function outcomeOf(error: unknown, kept: boolean): Outcome {
  const where = error instanceof Refused ? String(error.data.where ?? '') : null
  return { state: error instanceof Unreached ? 'unsent' : 'refused', problem: problemSentence(error, kept), where }
}

/** A command as a button needs it. The same input sent again after a lost answer goes out under the same id. */
export function useCommand<Input, Result = unknown>(name: string, options: CommandOptions = {}): Sending<Input, Result> {
  const [outcome, setOutcome] = useState(IDLE)
  const waiting = useRef<Waiting<Input, Result> | null>(null)
  const { refresh: prefixes = [name.split('.')[0] ?? name, 'post.', 'insight.'], keep = true } = options
  const concerned = prefixes.join(' ')

  const go = useCallback(
    async ({ command, commandId, input }: Asked<Input>): Promise<Sent<Result>> => {
      setOutcome(SENDING)
      try {
        const answer = await sendCommand<Result>(command, input, commandId, keep)
        setOutcome(DONE)
        await refresh(concerned.split(' '))
        return { answer }
      } catch (error) {
        setOutcome(outcomeOf(error, keep))
        if (!(error instanceof Unreached)) return null
        return new Promise(end => {
          waiting.current = { command, commandId, input, end }
        })
      }
    },
    [keep, concerned],
  )

  const send = useCallback(
    (input: Input, command = name) => {
      const before = waiting.current
      waiting.current = null
      before?.end(null)
      if (before?.command === command && sameInput(before.input, input)) return go({ ...before, input })
      if (before) unsent().drop(before.commandId)
      return go({ command, commandId: newId(), input })
    },
    [go, name],
  )
  const again = useCallback(async () => {
    const before = waiting.current
    waiting.current = null
    before?.end(go(before))
  }, [go])
  const { state, problem, where } = outcome
  return { state, problem, problemAt: field => (where === field ? problem : null), send, again }
}
