import { useState } from 'react'
import { addDays } from '../../../kernel/dates.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { RadioField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CamePart } from '../../papers/web/came-part.tsx'
import { IssueButton } from '../../papers/web/issue-button.tsx'
import { LetterPart } from '../../papers/web/letter-part.tsx'
import { ANSWERS, type Answer } from '../requests/contract.ts'
import type { RequestAnswer } from './request-types.ts'

/** Takes back what was just recorded, within ten seconds. */
const undoStep =
  ({ id: requestId, dueOn }: RequestAnswer['request'], version: number) =>
  async () => {
    await sendCommand('exchange.take-back-step', { requestId, version, dueOn })
    await refresh(['exchange', 'insight.'])
  }

type DialogProps = { answer: RequestAnswer; onClose: () => void }
/** How long an answer is awaited where nobody says otherwise. */
const DAYS_TO_ANSWER = 30

/** The letter as it leaves: shows exactly what becomes known to every party. */
export function SendDialog({ answer: { request: one, today, signedLetterWanted }, onClose }: DialogProps) {
  const [number, setNumber] = useState('')
  const [sentOn, setSentOn] = useState<string | null>(today)
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, DAYS_TO_ANSWER))
  const [fileId, setFileId] = useState<string | null>(null)
  const sending = useCommand<object>('exchange.send-request')
  const send = async () => {
    const at = { requestId: one.id, version: one.version }
    if (!(await sending.send({ ...at, number, sentOn: sentOn ?? '', dueOn, fileId }))) return
    tell(t('exchange.request-was-sent', { name: one.toName }))
    onClose()
  }
  const take = (cited: string, dated: string) => {
    setNumber(cited)
    setSentOn(dated)
  }
  return (
    <Dialog title={t('exchange.request-send-title', { name: one.toName })} onClose={onClose}>
      <p className="message">{t('exchange.request-send-note')}</p>
      <p className="duty-note">{one.content}</p>
      <LetterPart source={{ requestId: one.id }} take={take} />
      <Form submit={t('exchange.request-send')} busy={sending.state === 'sending'} onSubmit={() => void send()}>
        <TextField
          label={t('exchange.request-number')}
          required
          value={number}
          onChange={setNumber}
          problem={sending.problemAt('number')}
        />
        <DateField label={t('exchange.request-day')} required value={sentOn} max={today} onChange={setSentOn} />
        <DateField label={t('exchange.request-due')} value={dueOn} onChange={setDueOn} />
        {signedLetterWanted && <p className="message">{t('exchange.request-signed-wanted')}</p>}
        <FileDrop label={t('exchange.request-file')} onUploaded={file => setFileId(file.fileId)} />
        <Problem of={sending} />
      </Form>
    </Dialog>
  )
}

export function UrgeDialog({ answer: { request: one, today }, onClose }: DialogProps) {
  const [urgedOn, setUrgedOn] = useState<string | null>(today)
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, DAYS_TO_ANSWER))
  const urging = useCommand<object, { version: number }>('exchange.urge-request')
  const save = async () => {
    const sent = await urging.send({ requestId: one.id, version: one.version, urgedOn: urgedOn ?? '', dueOn })
    if (!sent) return
    tell(t('exchange.request-was-urged', { name: one.toName }), one.state === 'sent' ? undoStep(one, sent.answer.version) : null)
    onClose()
  }
  return (
    <Dialog title={t('exchange.request-urge-title', { name: one.toName })} onClose={onClose}>
      <div className="row">
        <IssueButton source={{ urgedRequestId: one.id }} label={t('papers.issue-urging')} look="other" />
      </div>
      <Form submit={t('exchange.request-urge')} busy={urging.state === 'sending'} onSubmit={() => void save()}>
        <DateField label={t('exchange.request-urged')} required value={urgedOn} max={today} onChange={setUrgedOn} />
        <DateField label={t('exchange.request-due')} value={dueOn} onChange={setDueOn} />
        <Problem of={urging} />
      </Form>
    </Dialog>
  )
}

export function AnswerDialog({ answer: { request: one, today }, onClose }: DialogProps) {
  const [kind, setKind] = useState<Answer>(one.answer ?? 'whole')
  const [number, setNumber] = useState(one.answerNumber ?? '')
  const [answeredOn, setAnsweredOn] = useState<string | null>(one.answeredOn ?? today)
  const [fileId, setFileId] = useState<string | null>(one.answerFile)
  const [summary, setSummary] = useState(one.summary)
  const answering = useCommand<object, { version: number }>('exchange.answer-request')
  const save = async () => {
    const told = { answer: kind, number, answeredOn: answeredOn ?? '', fileId, summary }
    const sent = await answering.send({ requestId: one.id, version: one.version, ...told })
    if (!sent) return
    tell(t('exchange.answer-recorded'), one.answer === null ? undoStep(one, sent.answer.version) : null)
    onClose()
  }
  const take = (cited: string, dated: string) => {
    setNumber(cited)
    setAnsweredOn(dated)
  }
  return (
    <Dialog title={t('exchange.answer-title', { name: one.toName })} onClose={onClose}>
      <CamePart about={{ requestId: one.id }} take={take} />
      <Form submit={t('exchange.save-answer')} busy={answering.state === 'sending'} onSubmit={() => void save()}>
        <RadioField
          label={t('exchange.request-answer')}
          name="answer"
          value={kind}
          onChange={setKind}
          choices={ANSWERS.map(value => ({ value, label: t(`exchange.answer-${value}`) }))}
        />
        <TextField label={t('exchange.request-number')} value={number} onChange={setNumber} />
        <DateField label={t('exchange.request-day')} required value={answeredOn} max={today} onChange={setAnsweredOn} />
        <TextArea
          label={t('exchange.answer-summary')}
          help={t('exchange.answer-summary-help')}
          value={summary}
          onChange={setSummary}
        />
        <FileDrop label={t('exchange.answer-file')} onUploaded={file => setFileId(file.fileId)} />
        <Problem of={answering} />
      </Form>
    </Dialog>
  )
}
