import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import type { RefusalData } from '../../../kernel/refusal.ts'
import { Refused } from '../../../ui/client/call.ts'
import { refresh } from '../../../ui/client/hooks.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { type BulkRow, MOST_ROWS } from '../contract.ts'

type Problem = { line: number; code: string; data?: RefusalData }
type Answer = { entered: number; known: number; problems: Problem[] }
/** `refused`: the server stopped the entry, or it was not reached. */
export type Outcome = Answer & { refused: { code: string; data?: RefusalData } | null }

const NOTHING: Answer = { entered: 0, known: 0, problems: [] }

/** Sends rows piece by piece, with how many have gone; a file that is taken whole stands only after its last piece. */
export function useBulkEntry(programmeId: string) {
  const [state, setState] = useState<'still' | 'sending'>('still')
  const [done, setDone] = useState(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const send = async (rows: readonly BulkRow[], whole: boolean) => {
    setState('sending')
    setDone(0)
    setOutcome(null)
    setOutcome(await enter({ programmeId, rows, whole, told: setDone }))
    setState('still')
    await refresh(['activities', 'plans', 'insight.', 'programmes', 'reviews'])
  }
  return { state, done, outcome, send }
}

type Entry = { programmeId: string; rows: readonly BulkRow[]; whole: boolean; told: (done: number) => void }

async function enter({ programmeId, rows, whole, told }: Entry): Promise<Outcome> {
  const importId = newId()
  const sum = { ...NOTHING, problems: [] as Problem[] }
  try {
    for (let at = 0; at < rows.length; at += MOST_ROWS) {
      const piece = rows.slice(at, at + MOST_ROWS)
      const input = { importId, programmeId, held: whole, rows: piece }
      const answer = await sendCommand<Answer>('activities.enter-rows', input, newId(), false)
      sum.entered += answer.entered
      sum.known += answer.known
      sum.problems.push(...answer.problems)
      if (whole && sum.problems.length > 0) return { ...sum, entered: 0, refused: null }
      told(at + piece.length)
    }
    if (whole && sum.entered > 0)
      await sendCommand('activities.finish-import', { importId, programmeId, rows: sum.entered }, newId(), false)
    return { ...sum, refused: null }
  } catch (error) {
    const refused = error instanceof Refused ? { code: error.code, data: error.data } : { code: 'activities.bulk-unreached' }
    return { ...sum, refused }
  }
}
