import type { ReactNode } from 'react'
import type { Sending } from '../client/hooks.ts'
import { t } from '../messages/index.ts'
import { Button } from './button.tsx'
import { Problem } from './places.tsx'

type ConfirmOutProps = {
  /** Bodies that receive it. */
  to: readonly string[]
  /** The verb with its object: "Gửi Ủy ban MTTQ tỉnh", "Thống nhất kế hoạch". */
  action: string
  onConfirm: () => void
  onBack: () => void
  sending: Sending<never, unknown> | { state: string; problem: string | null; again: () => Promise<unknown> }
  /** Another sentence than the usual one about what leaving the house means. */
  note?: string
  /** Exactly what will leave. */
  children: ReactNode
}

/** Before something goes out of the house: shows exactly what will leave, to whom, and asks once. */
export function ConfirmOut({ to, action, onConfirm, onBack, sending, note = t('part.out-note'), children }: ConfirmOutProps) {
  return (
    <div className="stack">
      <p className="message">{note}</p>
      {to.length > 0 && (
        <p>
          {t('part.out-to')}: <b>{to.join('; ')}</b>
        </p>
      )}
      <section className="card padded" aria-label={action}>
        {children}
      </section>
      <Problem of={sending} />
      <div className="row">
        <Button look="main" busy={sending.state === 'sending'} onClick={onConfirm}>
          {action}
        </Button>
        <Button onClick={onBack}>{t('part.out-back')}</Button>
      </div>
    </div>
  )
}
