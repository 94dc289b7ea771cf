import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { me } from '../../../ui/client/boot.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { InternalMark, Mark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import './exchange.css'
import { AnswerDialog, SendDialog, UrgeDialog } from './request-dialogs.tsx'
import { RequestForm } from './request-form.tsx'
import { RequestState } from './request-state.tsx'
import type { RequestAnswer } from './request-types.ts'

/** One request to a body outside the programme. `?xem=sua` writes on the draft. */
export default function RequestPage() {
  const requestId = usePathPart('requestId')
  const found = useAnswer<RequestAnswer>('exchange.request', { requestId })
  const [view, setView] = useAddressWord('xem')
  if (!found.data)
    return (
      <Page title={t('exchange.requests')}>
        <Answered of={found}>{() => null}</Answered>
      </Page>
    )
  const answer = found.data
  const { programme, request } = answer
  const title = t('exchange.request-title', { name: request.toName })
  const clause = request.clausePath
  const steps = [
    { label: programme.number ?? programme.title, to: `/chuong-trinh/${programme.id}` },
    ...(clause ? [{ label: citeClause(clause), to: `/chuong-trinh/${programme.id}#${encodeURIComponent(clause)}` }] : []),
    { label: t('exchange.requests'), to: '/trao-doi/de-nghi' },
    { label: title, current: true },
  ]
  const writing = view === 'sua' && answer.can.change === null
  return (
    <Page
      title={title}
      above={<ThreadBar steps={steps} />}
      actions={writing ? null : <Actions answer={answer} onEdit={() => setView('sua')} />}
    >
      {writing ? (
        <RequestForm key={request.version} programmeId={programme.id} old={answer} onDone={() => setView('')} />
      ) : (
        <RequestView answer={answer} />
      )}
    </Page>
  )
}

function RequestView({ answer }: { answer: RequestAnswer }) {
  const { request: one, parties, files } = answer
  const signers = parties.filter(party => party.bodyId === one.from || one.signedWith.includes(party.bodyId))
  const file = (id: string | null) => files.find(found => found.id === id)
  const rows: [string, React.ReactNode][] = [
    [t('exchange.request-from'), <Signers key="from" signers={signers} />],
    [t('exchange.request-to'), one.toName],
    [t('exchange.request-letter'), one.sentOn && <Letter number={one.number} day={one.sentOn} file={file(one.letterFile)} />],
    [t('exchange.request-due'), one.dueOn && printDate(one.dueOn)],
    [t('exchange.request-urged'), one.urgedOn && printDate(one.urgedOn)],
    [t('exchange.request-answer'), one.answer && t(`exchange.answer-${one.answer}`)],
    [
      t('exchange.answer-letter'),
      one.answeredOn && <Letter number={one.answerNumber} day={one.answeredOn} file={file(one.answerFile)} />,
    ],
    [t('exchange.answer-summary'), one.summary],
  ]
  return (
    <>
      <p className="message row">
        <RequestState {...one} />
        {one.state === 'draft' && <InternalMark />}
        {one.removed && <span className="late">{t('exchange.request-put-aside')}</span>}
      </p>
      {one.from === me().body.id && one.state !== 'answered' && (
        <Responsible kind="request" id={one.id} title={t('exchange.request-title', { name: one.toName })} />
      )}
      <section className="card padded stack">
        <p className="duty-note">{one.content}</p>
        <dl className="request-facts">
          {rows
            .filter(([, value]) => Boolean(value))
            .map(([label, value]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </section>
    </>
  )
}

const Signers = ({ signers }: { signers: RequestAnswer['parties'] }) => (
  <span className="marks">
    {signers.map(party => (
      <Mark key={party.bodyId} position={party.position} duty="lead" name={party.shortName} />
    ))}
  </span>
)

type LetterProps = { number: string | null; day: string; file: { id: string; name: string } | undefined }

const Letter = ({ number, day, file }: LetterProps) => (
  <>
    {number ? t('exchange.letter-of', { number, day: printDate(day) }) : printDate(day)}
    {file && (
      <>
        {' · '}
        <a href={`/api/files/${file.id}`} download>
          {file.name}
        </a>
      </>
    )}
  </>
)

type Step = 'send' | 'urge' | 'answer'

function Actions({ answer, onEdit }: { answer: RequestAnswer; onEdit: () => void }) {
  const [step, setStep] = useState<Step | null>(null)
  const { can, request: one } = answer
  const removing = useCommand<object, { version: number }>('exchange.remove-request')
  const restoring = useCommand<object>('exchange.restore-request')
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
      <Button onClick={() => print()}>{t('exchange.print')}</Button>
      {can.change === null && (
        <>
          <Button look="plain" busy={removing.state === 'sending'} onClick={() => void remove()}>
            {t('exchange.request-remove')}
          </Button>
          <Button onClick={onEdit}>{t('exchange.request-edit')}</Button>
        </>
      )}
      {can.restore === null && (
        <Button onClick={() => void restoring.send({ requestId: one.id, version: one.version })}>
          {t('exchange.request-restore')}
        </Button>
      )}
      {can.urge === null && <Button onClick={() => setStep('urge')}>{t('exchange.request-urge')}</Button>}
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
      {step === 'send' && <SendDialog answer={answer} onClose={close} />}
      {step === 'urge' && <UrgeDialog answer={answer} onClose={close} />}
      {step === 'answer' && <AnswerDialog answer={answer} onClose={close} />}
    </>
  )
}
