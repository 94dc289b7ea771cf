import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { Go } from './address.tsx'

export type ButtonLook = 'main' | 'other' | 'plain' | 'danger'
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook
  /** While true the button stays in place and does nothing; focus is not lost. */
  busy?: boolean
  children: ReactNode
}

const classOf = (look: ButtonLook, more = '') => `button ${look === 'other' ? '' : look} ${more}`.trim()

/** A verb. `type` is "button" unless said otherwise. */
export function Button({ look = 'other', busy = false, className, onClick, children, type = 'button', ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button type={type} className={classOf(look, className)} aria-disabled={busy || undefined} onClick={press} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it opens a screen, a button does something. */
export function ButtonLink({
  to,
  look = 'other',
  className,
  children,
}: {
  to: string
  look?: ButtonLook
  className?: string
  children: ReactNode
}) {
  return (
    <Go to={to} className={classOf(look, className)}>
      {children}
    </Go>
  )
}

/** A link to a file or paper that the server hands out. */
export function DownloadLink({ href, look = 'other', children }: { href: string; look?: ButtonLook; children: ReactNode }) {
  return (
    <a href={href} download className={classOf(look)}>
      {children}
    </a>
  )
}
