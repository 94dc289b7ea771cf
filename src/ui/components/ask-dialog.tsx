import type { ReactNode } from 'react'
import type { Sending } from '../client/hooks.ts'
import { t } from '../messages/index.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Problem } from './places.tsx'

type AskProps = {
  title: string
  /** The verb that does it. */
  action: string
  back?: string
  sending: Sending<never, unknown>
  onConfirm: () => void
  onClose: () => void
  /** What follows from it. */
  children: ReactNode
}

/** Asks once before something that cannot simply be undone, and says what follows from it. */
export const AskDialog = ({ title, action, back = t('part.cancel'), sending, onConfirm, onClose, children }: AskProps) => (
  <Dialog title={title} onClose={onClose}>
    {children}
    <Problem of={sending} />
    <div className="row">
      <Button look="main" busy={sending.state === 'sending'} onClick={onConfirm}>
        {action}
      </Button>
      <Button onClick={onClose}>{back}</Button>
    </div>
  </Dialog>
)
