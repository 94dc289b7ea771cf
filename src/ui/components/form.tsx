import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { t } from '../messages/index.ts'
import { Button } from './button.tsx'

type FormProps = {
  onSubmit: () => void
  /** The verb on the main button. */
  submit: string
  busy?: boolean
  /** For a door with one or two fields: Enter sends at once. */
  enterSends?: boolean
  /** Other buttons beside the main one. */
  others?: ReactNode
  children: ReactNode
}

function goToNextField(form: HTMLFormElement, from: Element) {
  const fields = [...form.querySelectorAll<HTMLElement>('input, select, textarea, button[type=submit]')]
  const open = fields.filter(field => field.tabIndex >= 0 && !field.matches(':disabled'))
  open[open.findIndex(field => field === from) + 1]?.focus()
}

/** What was typed and cannot be read would be left out in silence: the field says so instead, and nothing is sent. */
function goToUnreadable(form: HTMLFormElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('[data-unreadable]')
  // Leaving it shows why.
  field?.blur()
  field?.focus()
  return field !== null && field !== undefined
}

/** In one-line fields Enter goes to the next field; Ctrl Enter sends from everywhere. */
function onKey(event: KeyboardEvent, enterSends: boolean) {
  if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLElement)) return
  const form = event.target.closest('form')
  if (!form) return
  if (event.ctrlKey || event.metaKey) form.requestSubmit()
  else if (!enterSends && event.target instanceof HTMLInputElement && event.target.type !== 'file') {
    event.preventDefault()
    goToNextField(form, event.target)
  }
}

/** One column of fields. Enter moves on, Ctrl Enter sends. */
export function Form({ onSubmit, submit, busy = false, enterSends = false, others, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const element = form.current
    const listen = (event: KeyboardEvent) => onKey(event, enterSends)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [enterSends])
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy && !goToUnreadable(form.current)) onSubmit()
  }
  return (
    <form ref={form} className="form" noValidate onSubmit={send}>
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
