import { useCallback, useRef, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { Unreached } from '../../../ui/client/call.ts'
import { refresh } from '../../../ui/client/hooks.ts'
import { ask, sendCommand } from '../../../ui/client/send.ts'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence, refusalSentence } from '../../../ui/messages/problem.ts'
import { applyMend, whyNotMend } from '../apply-mend.ts'
import type { DraftReading, Mend } from '../contract.ts'
import type { DraftView } from '../queries/drafts.ts'

type Step = { commandId: string; mend: Mend | { kind: 'undo' } }
type Board = { reading: DraftReading; mends: number; saving: boolean; unsent: boolean; problem: string | null }

export type Review = Board & {
  mend: (mend: Mend) => void
  undo: () => void
  /** Sends what got no answer again. */
  again: () => void
  version: () => number
  /** The bodies of the site that parties may be. */
  bodies: DraftView['bodies']
}

/**
 * The reading as it stands after every step so far. A step shows at once, by the same rules as on the server, and is sent
 * behind it, one after the other; where the server knows better, its reading is taken.
 */
export function useReview(draft: DraftView & { reading: DraftReading }): Review {
  const [board, setBoard] = useState<Board>({
    reading: draft.reading,
    mends: draft.mends,
    saving: false,
    unsent: false,
    problem: null,
  })
  const version = useRef(draft.version)
  const latest = useRef(draft.reading)
  const steps = useRef<Step[]>([])
  const sending = useRef(false)
  const draftId = draft.id
  const change = useCallback((part: Partial<Board>) => setBoard(before => ({ ...before, ...part })), [])

  const reload = useCallback(async () => {
    const now = await ask<DraftView>('programmes.draft', { draftId })
    version.current = now.version
    if (!now.reading) return
    latest.current = now.reading
    change({ reading: now.reading, mends: now.mends })
  }, [draftId, change])

  const pump = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    change({ saving: true, unsent: false })
    try {
      for (let step = steps.current[0]; step; step = steps.current[0]) {
        const input = { draftId, version: version.current, mend: step.mend }
        const answer = await sendCommand<{ version: number; mends: number }>(
          'programmes.mend-reading',
          input,
          step.commandId,
          false,
        )
        version.current = answer.version
        steps.current.shift()
        if (step.mend.kind === 'undo') await reload()
      }
      change({ saving: false, problem: null })
      void refresh(['programmes.drafts', 'insight.'])
    } catch (error) {
      const unsent = error instanceof Unreached
      if (!unsent) steps.current = []
      change({
        saving: false,
        unsent,
        problem: unsent ? problemSentence(error, false) : `${problemSentence(error, false)} ${t('programmes.review-stale')}`,
      })
      if (!unsent) await reload().catch(() => undefined)
    } finally {
      sending.current = false
    }
  }, [draftId, change, reload])

  const mend = useCallback(
    (made: Mend) => {
      const no = whyNotMend(latest.current, made)
      if (no) return change({ problem: refusalSentence(no.code, no.data) })
      const reading = applyMend(latest.current, made)
      latest.current = reading
      setBoard(before => ({ ...before, reading, mends: before.mends + 1, problem: null }))
      steps.current.push({ commandId: newId(), mend: made })
      return void pump()
    },
    [change, pump],
  )
  const undo = useCallback(() => {
    steps.current.push({ commandId: newId(), mend: { kind: 'undo' } })
    void pump()
  }, [pump])
  return { ...board, mend, undo, again: () => void pump(), version: () => version.current, bodies: draft.bodies }
}
