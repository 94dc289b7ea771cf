import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { t } from '../messages/index.ts'
import { problemSentence } from '../messages/problem.ts'
import { Button } from './button.tsx'

const QUIET_TIME = 200

/** Teaches what will stand here, who does it, and gives one button. */
export const EmptyPlace = ({ title, help, action }: { title: string; help?: string; action?: ReactNode }) => (
  <div className="card empty">
    <h2>{title}</h2>
    {help && <p className="quiet">{help}</p>}
    {action}
  </div>
)

export const ErrorPlace = ({ error, retry }: { error: unknown; retry?: () => void }) => (
  <div className="card empty" role="alert">
    <h2>{t('part.error-title')}</h2>
    <p>{problemSentence(error, false)}</p>
    {retry && <Button onClick={retry}>{t('part.retry')}</Button>}
  </div>
)

/** Nothing for a fifth of a second, then grey lines. */
export function LoadingPlace({ lines = 4 }: { lines?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_TIME)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div>
      <output className="unseen">{t('part.loading')}</output>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton" style={{ width: `${90 - 13 * (line % 3)}%` }} />
      ))}
    </div>
  )
}

/** Waits for an answer, shows why there is none, or hands it on. */
export function Answered<Answer>({ of, children }: { of: UseQueryResult<Answer>; children: (answer: Answer) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  return of.isError ? <ErrorPlace error={of.error} retry={() => void of.refetch()} /> : <LoadingPlace />
}

/** Says why a command was not taken, with "Gửi lại" where no answer came. Stands above a form's buttons. */
export function Problem({ of }: { of: { state: string; problem: string | null; again: () => Promise<unknown> } }) {
  if (!of.problem) return null
  return (
    <div className="message bad row" role="alert">
      <span>{of.problem}</span>
      {of.state === 'unsent' && <Button onClick={() => void of.again()}>{t('part.again')}</Button>}
    </div>
  )
}
