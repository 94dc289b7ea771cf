import { useEffect, useState } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { search } from '../queries.ts'

export type Hits = AnswerOf<ReturnType<typeof search>>
export type Hit = Hits['hits'][number]

const PAUSE = 150
const NONE: Hit[] = []

/** What the search finds for these words, asked after a short pause in typing; the last hits stay while new ones come. */
export function useHits(words: string): Hit[] {
  const asked = useSettled(words.trim())
  const { data } = useAnswer<Hits>('insight.search', { words: asked }, { enabled: asked.length > 1, keepPrevious: true })
  return asked.length > 1 ? (data?.hits ?? NONE) : NONE
}

/** The value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
