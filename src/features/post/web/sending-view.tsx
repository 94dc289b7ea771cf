import { type ReactNode, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { t } from '../../../ui/messages/index.ts'
import { emptyPaper, PaperInputs } from './paper-inputs.tsx'
import { PrintLinks } from './print-links.tsx'
import { type PostalParty, type PostalStep, REFRESH, type Subject } from './types.ts'

type SendingViewProps = {
  subject: Subject
  party: PostalParty
  step: PostalStep
  today: string
  onDone: () => void
  /** Exactly what is printed. */
  children: ReactNode
}

/** Exactly what leaves on paper, the files to print, and the number and date of the letter that it left with. */
export function PostSendingView({ subject, party, step, today, onDone, children }: SendingViewProps) {
  const [paper, setPaper] = useState(() => emptyPaper(today))
  const [missing, setMissing] = useState(false)
  const [sendingId] = useState(newId)
  const sending = useCommand('post.record-sending', { refresh: REFRESH })
  const { number, date, fileId } = paper
  const send = async () => {
    setMissing(!number.trim() || !date)
    if (!number.trim() || !date) return
    const about = { kind: subject.kind, subjectId: subject.id, bodyId: party.bodyId, step: step.step, digest: step.digest }
    if (!(await sending.send({ sendingId, ...about, number, date, fileId }))) return
    tell(t('post.sent', { name: party.shortName }))
    onDone()
  }
  const words = {
    number: t('post.letter-number'),
    numberHelp: t('post.letter-number-help'),
    date: t('post.letter-date'),
    scan: t('post.letter-scan'),
  }
  return (
    <ConfirmOut
      to={[party.name]}
      action={t('post.send', { name: party.shortName })}
      note={t('post.sending-note')}
      sending={sending}
      onConfirm={() => void send()}
      onBack={onDone}
    >
      <div className="stack">
        <p>
          {t('post.code')}: <b className="digest">{shortDigest(step.digest)}</b>
          <br />
          <span className="quiet small">{t('post.code-help')}</span>
        </p>
        <PrintLinks subject={subject} step={step} />
        <div className="form">
          <PaperInputs value={paper} onChange={setPaper} words={words} />
          {missing && (
            <p className="message bad" role="alert">
              {t('post.fill-letter')}
            </p>
          )}
        </div>
        {children}
      </div>
    </ConfirmOut>
  )
}
