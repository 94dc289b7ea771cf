import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import { t } from '../messages/index.ts'
import { Button } from './button.tsx'

type FormProps = {
  onSubmit: () => void
  /** The verb on the main button. */
  submit: string
  busy?: boolean
  /** Other buttons beside the main one. */
  others?: ReactNode
  children: ReactNode
}

function nextField(event: KeyboardEvent<HTMLFormElement>) {
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, button[type=submit]')]
  const open = fields.filter(field => field.tabIndex >= 0 && !field.matches(':disabled'))
  open[open.indexOf(event.target as HTMLElement) + 1]?.focus()
}

/** One column of fields. Enter moves on, Ctrl Enter sends. */
export function Form({ onSubmit, submit, busy = false, others, children }: FormProps) {
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) return send(event)
    if (event.target instanceof HTMLInputElement && event.target.type !== 'file') {
      event.preventDefault()
      nextField(event)
    }
  }
  return (
    <form className="form" noValidate onSubmit={send} onKeyDown={onKey}>
      {children}
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {submit}
        </Button>
        {others}
      </div>
    </form>
  )
}

/** Says that the form opened with what was typed before, and lets it be forgotten. */
export function RestoredNote({ restored, clear }: { restored: boolean; clear: () => void }) {
  if (!restored) return null
  return (
    <div className="message row">
      <span>{t('part.restored')}</span>
      <Button look="plain" onClick={clear}>
        {t('part.start-again')}
      </Button>
    </div>
  )
}
