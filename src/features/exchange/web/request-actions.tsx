import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AnswerDialog, SendDialog, UrgeDialog } from './request-dialogs.tsx'
import type { RequestAnswer } from './request-types.ts'
import { signerNames } from './signing-view.tsx'

type Step = 'send' | 'urge' | 'answer' | 'return'

/** The steps that are open to this person. */
export function RequestActions({ answer, onView }: { answer: RequestAnswer; onView: (view: string) => void }) {
  const [step, setStep] = useState<Step | null>(null)
  const { can, request: one } = answer
  const removing = useCommand<object, { version: number }>('exchange.remove-request')
  const restoring = useCommand<object>('exchange.restore-request')
  const taking = useCommand<object>('exchange.take-back-request')
  const takeBack = async () => {
    if (await taking.send({ requestId: one.id, version: one.version })) tell(t('exchange.request-taken-back'))
  }
  const remove = async () => {
    const sent = await removing.send({ requestId: one.id, version: one.version })
    if (!sent) return
    tell(t('exchange.request-removed'), async () => {
      await sendCommand('exchange.restore-request', { requestId: one.id, version: sent.answer.version })
      await refresh(['exchange', 'insight.'])
    })
  }
  const close = () => setStep(null)
  return (
    <>
      <PrintButton look="other" />
      {can.change === null && (
        <>
          <Button look="plain" busy={removing.state === 'sending'} onClick={() => void remove()}>
            {t('exchange.request-remove')}
          </Button>
          <Button onClick={() => onView('sua')}>{t('exchange.request-edit')}</Button>
        </>
      )}
      {can.restore === null && (
        <Button onClick={() => void restoring.send({ requestId: one.id, version: one.version })}>
          {t('exchange.request-restore')}
        </Button>
      )}
      {can.urge === null && <Button onClick={() => setStep('urge')}>{t('exchange.request-urge')}</Button>}
      {can.takeBack === null && (
        <Button busy={taking.state === 'sending'} onClick={() => void takeBack()}>
          {t('exchange.request-take-back')}
        </Button>
      )}
      {can.propose === null && (
        <Button look="main" onClick={() => onView('cung-ky')}>
          {t('exchange.request-propose', { names: signerNames(answer) })}
        </Button>
      )}
      {can.sign === null && (
        <>
          <Button onClick={() => setStep('return')}>{t('exchange.request-return')}</Button>
          <Button look="main" onClick={() => onView('ky')}>
            {t('exchange.request-sign')}
          </Button>
        </>
      )}
      {can.send === null && (
        <Button look="main" onClick={() => setStep('send')}>
          {t('exchange.request-send')}
        </Button>
      )}
      {can.answer === null && (
        <Button look={one.state === 'answered' ? 'other' : 'main'} onClick={() => setStep('answer')}>
          {t('exchange.request-record-answer')}
        </Button>
      )}
      <Problem of={removing} />
      <Problem of={restoring} />
      <Problem of={taking} />
      {step === 'return' && (
        <ReturnDialog
          command="exchange.return-request"
          at={{ requestId: answer.request.id, version: answer.request.version }}
          title={t('exchange.request-return-title')}
          submit={t('exchange.request-return')}
          label={t('exchange.request-return-reason')}
          done={t('exchange.request-was-returned')}
          onClose={close}
        />
      )}
      {step === 'send' && <SendDialog answer={answer} onClose={close} />}
      {step === 'urge' && <UrgeDialog answer={answer} onClose={close} />}
      {step === 'answer' && <AnswerDialog answer={answer} onClose={close} />}
    </>
  )
}
