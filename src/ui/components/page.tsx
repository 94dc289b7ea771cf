import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../messages/index.ts'
import { useSettledPath } from './address.tsx'

// The first screen of a page load keeps the browser's own focus; later ones take it to their title.
let pathWithFocus: string | null = null

type PageProps = {
  title: string
  actions?: ReactNode
  /** Stands above the title: the thread bar. */
  above?: ReactNode
  children: ReactNode
}

/** A screen: its title in the window and as the heading that takes the focus, its actions, its content. */
export function Page({ title, actions, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useSettledPath()
  useEffect(() => {
    document.title = t('shell.page-title', { page: title })
  }, [title])
  useEffect(() => {
    if (path === undefined) return
    if (pathWithFocus !== null && pathWithFocus !== path) heading.current?.focus({ preventScroll: true })
    pathWithFocus = path
  }, [path])
  return (
    <>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      <div className="stack">{children}</div>
    </>
  )
}
