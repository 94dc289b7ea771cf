import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { RadioField, TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { choicesFor, type What } from './answer-choices.ts'
import { emptyPaper, PaperInputs } from './paper-inputs.tsx'
import type { AskedLine, PostalParty, Subject } from './types.ts'
import { type Answered, useRecord } from './use-record.ts'

type AnswerFormProps = {
  subject: Subject
  party: PostalParty
  lines: readonly AskedLine[]
  onClose: () => void
  /** A paper that asks for other lines was recorded: they are typed in next. */
  onCounter?: (actId: string) => void
}

/** "Ghi nhận văn bản trả lời": number, date, scan, and what the paper says. */
export function AnswerForm({ subject, party, lines, onClose, onCounter }: AnswerFormProps) {
  const choices = choicesFor(subject, party, lines)
  const [actId] = useState(newId)
  const [paper, setPaper] = useState(() => emptyPaper(null))
  const [what, setWhat] = useState<What | ''>('')
  const [reason, setReason] = useState('')
  const [answers, setAnswers] = useState<Answered>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { command, record } = useRecord(subject, what)
  const chosen = choices.find(choice => choice.value === what)
  const save = async () => {
    const wrong = whatIsMissing({ paper, what, reason, answers, lines })
    setProblem(wrong)
    if (wrong || !chosen || !paper.date || !paper.fileId) return
    const fields = {
      actId,
      bodyId: party.bodyId,
      digest: chosen.digest,
      number: paper.number,
      date: paper.date,
      fileId: paper.fileId,
    }
    if (!(await record(fields, { reason, answers, lines }))) return
    tell(t('post.recorded', { number: paper.number, name: party.shortName }))
    onClose()
    if (what === 'counter') onCounter?.(actId)
  }
  const words = {
    number: t('post.paper-number'),
    numberHelp: t('post.paper-number-help'),
    date: t('post.paper-date'),
    scan: t('post.paper-scan'),
    scanHelp: t('post.paper-scan-help'),
  }
  return (
    <Dialog title={t('post.answer-title', { name: party.shortName })} onClose={onClose}>
      <p className="message">{t('post.answer-note')}</p>
      <Form onSubmit={() => void save()} submit={t('post.record')} busy={command.state === 'sending'}>
        <PaperInputs value={paper} onChange={setPaper} words={words} />
        <RadioField label={t('post.what')} name="what" required value={what} onChange={setWhat} choices={choices} />
        {what === 'return' && <TextArea label={t('post.reason')} required rows={2} value={reason} onChange={setReason} />}
        {what === 'answer' &&
          lines.map(line => <LineAnswer key={line.proposalId} line={line} answers={answers} set={setAnswers} />)}
        {problem && (
          <p className="message bad" role="alert">
            {problem}
          </p>
        )}
        <Problem of={command} />
      </Form>
    </Dialog>
  )
}

type Written = {
  paper: { number: string; date: string | null; fileId: string | null }
  what: What | ''
  reason: string
  answers: Answered
  lines: readonly AskedLine[]
}

function whatIsMissing({ paper, what, reason, answers, lines }: Written): string | null {
  if (!paper.number.trim() || !paper.date || !what) return t('post.fill-all')
  if (!paper.fileId) return t('post.fill-scan')
  if (what === 'return' && !reason.trim()) return t('post.fill-reason')
  const open = lines.some(
    ({ proposalId }) => !answers[proposalId] || (!answers[proposalId].taken && !answers[proposalId].reason.trim()),
  )
  return what === 'answer' && open ? t('post.fill-lines') : null
}

type LineAnswerProps = { line: AskedLine; answers: Answered; set: (answers: Answered) => void }

function LineAnswer({ line: { proposalId, words }, answers, set }: LineAnswerProps) {
  const answer = answers[proposalId]
  const change = (part: Partial<Answered[string]>) =>
    set({ ...answers, [proposalId]: { taken: false, reason: '', ...answer, ...part } })
  const choices = [
    { value: 'yes' as const, label: t('post.line-accept') },
    { value: 'no' as const, label: t('post.line-return') },
  ]
  return (
    <>
      <RadioField
        label={words}
        name={proposalId}
        required
        value={answer ? (answer.taken ? 'yes' : 'no') : ''}
        onChange={value => change({ taken: value === 'yes' })}
        choices={choices}
      />
      {answer && !answer.taken && (
        <TextArea label={t('post.line-reason')} required rows={2} value={answer.reason} onChange={reason => change({ reason })} />
      )}
    </>
  )
}
