import './post.css'
import { useState } from 'react'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go } from '../../../ui/components/address.tsx'
import { AskDialog } from '../../../ui/components/ask-dialog.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ContestForm } from './contest-form.tsx'
import { type Act, REFRESH, type RecordedAct } from './types.ts'

type ActListProps = {
  acts: readonly Act[]
  nameOf: (bodyId: string) => string
  /** What each is about, where they stand together with others. */
  subjects?: ReadonlyMap<string, RecordedAct['subject']>
  /** Goes on with typing a paper's lines in. */
  onType?: (actId: string) => void
}

/** Recorded papers: who said what, by which paper, who wrote it down, and what became of it. Never a click of that body. */
export const ActList = ({ acts, nameOf, subjects, onType }: ActListProps) => (
  <ul className="lines">
    {acts.map(act => (
      <li key={act.id}>
        <About subject={subjects?.get(act.id)} />
        <div>
          <b>{t(`post.act-${act.act}`, { name: nameOf(act.bodyId) })}</b> {t('post.by-paper', act.paper)}
        </div>
        {act.reason && <div className="small">{t('post.act-reason', { reason: act.reason })}</div>}
        <div className="quiet small">
          {t('post.act-by', { body: nameOf(act.recordedBody), day: act.recordedOn })} ·{' '}
          {t('post.act-code', { code: shortDigest(act.digest) })}
        </div>
        {act.contested && (
          <p className="message bad">{t('post.contested', { reason: act.contested.reason, day: act.contested.on })}</p>
        )}
        {act.withdrawn && <p className="message">{t('post.withdrawn')}</p>}
        <div className="row no-print act-steps">
          <DownloadLink href={`/api/files/${act.fileId}`} look="plain">
            {t('post.open-scan')}
          </DownloadLink>
          {onType && act.act === 'counter' && act.can.withdraw === null && (
            <Button onClick={() => onType(act.id)}>{t('post.typing-open')}</Button>
          )}
          {act.can.withdraw === null && <Withdraw act={act} />}
          {act.can.contest === null && <Contest act={act} />}
        </div>
      </li>
    ))}
  </ul>
)

function About({ subject }: { subject: RecordedAct['subject'] | undefined }) {
  if (!subject) return null
  return (
    <p>
      <Go to={subject.address}>{subject.title}</Go> <span className="quiet small">{subject.programme}</span>
    </p>
  )
}

function Contest({ act }: { act: Act }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('post.contest')}</Button>
      {open && <ContestForm act={act} onClose={() => setOpen(false)} />}
    </>
  )
}

function Withdraw({ act }: { act: Act }) {
  const [open, setOpen] = useState(false)
  const withdrawing = useCommand<{ actId: string }>('post.withdraw-act', { refresh: REFRESH })
  const withdraw = async () => {
    if (await withdrawing.send({ actId: act.id })) tell(t('post.was-withdrawn'))
  }
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        {t('post.withdraw')}
      </Button>
      {open && (
        <AskDialog
          title={t('post.withdraw-title')}
          action={t('post.withdraw')}
          back={t('post.withdraw-back')}
          sending={withdrawing}
          onConfirm={() => void withdraw()}
          onClose={() => setOpen(false)}
        >
          <p>{t('post.withdraw-note')}</p>
        </AskDialog>
      )}
    </>
  )
}
