import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { RequestFacts } from './request-facts.tsx'
import type { RequestAnswer } from './request-types.ts'

/** The other signers by name. */
export const signerNames = ({ request, parties }: RequestAnswer): string =>
  parties
    .filter(party => request.signedWith.includes(party.bodyId))
    .map(party => party.shortName)
    .join('; ')

type SigningProps = { answer: RequestAnswer; step: 'propose' | 'agree'; onBack: () => void }

/** Exactly what a leader puts before the other signers, or agrees to sign. */
export function SigningView({ answer, step, onBack }: SigningProps) {
  const { request, digest } = answer
  const sending = useCommand<object>(`exchange.${step}-request`)
  const names = signerNames(answer)
  const action = step === 'propose' ? t('exchange.request-propose', { names }) : t('exchange.request-sign')
  const send = async () => {
    if (!(await sending.send({ requestId: request.id, version: request.version, digest }))) return
    tell(step === 'propose' ? t('exchange.request-proposed', { names }) : t('exchange.request-signed'))
    onBack()
  }
  return (
    <Page title={action}>
      <ConfirmOut
        to={step === 'propose' ? [names] : []}
        action={action}
        note={t(step === 'propose' ? 'exchange.request-propose-note' : 'exchange.request-sign-note')}
        sending={sending}
        onConfirm={() => void send()}
        onBack={onBack}
      >
        <RequestFacts answer={answer} />
      </ConfirmOut>
    </Page>
  )
}

/** Sends it back to the side that wrote it, with what should read differently. */
export function ReturnRequest({ answer: { request }, onClose }: { answer: RequestAnswer; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const returning = useCommand<object>('exchange.return-request')
  const send = async () => {
    if (!(await returning.send({ requestId: request.id, version: request.version, reason }))) return
    tell(t('exchange.request-was-returned'))
    onClose()
  }
  return (
    <Dialog title={t('exchange.request-return-title')} onClose={onClose}>
      <Form submit={t('exchange.request-return')} busy={returning.state === 'sending'} onSubmit={() => void send()}>
        <TextArea
          label={t('exchange.request-return-reason')}
          required
          value={reason}
          onChange={setReason}
          problem={returning.problemAt('reason')}
        />
        {!returning.problemAt('reason') && <Problem of={returning} />}
      </Form>
    </Dialog>
  )
}
