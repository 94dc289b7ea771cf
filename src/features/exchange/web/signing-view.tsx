import type { ReactNode } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'
import { RequestFacts } from './request-facts.tsx'
import type { RequestAnswer } from './request-types.ts'

/** The other signers by name. */
export const signerNames = ({ request, parties }: RequestAnswer): string =>
  parties
    .filter(party => request.signedWith.includes(party.bodyId))
    .map(party => party.shortName)
    .join('; ')

type SigningProps = { answer: RequestAnswer; step: 'propose' | 'agree'; above: ReactNode; onBack: () => void }

/** Exactly what a leader puts before the other signers, or agrees to sign. */
export function SigningView({ answer, step, above, onBack }: SigningProps) {
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
    <Page title={action} above={above}>
      <ConfirmOut
        to={step === 'propose' ? [names] : []}
        action={action}
        note={t(step === 'propose' ? 'exchange.request-propose-note' : 'exchange.request-sign-note')}
        sending={sending}
        onConfirm={() => void send()}
        onBack={onBack}
      >
        <RequestFacts answer={answer} bare />
      </ConfirmOut>
    </Page>
  )
}
