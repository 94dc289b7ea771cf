import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../messages/index.ts'
import { Button } from './button.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode }

/** A native dialog: the rest of the page waits, Escape closes, focus returns to where it was. Mounted = open. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="stack">
        <div className="page-head">
          <h2 id={id}>{title}</h2>
          <Button look="plain" onClick={onClose}>
            {t('part.close')}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
