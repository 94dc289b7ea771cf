import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ask } from '../../../ui/client/send.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence } from '../../../ui/messages/problem.ts'
import type { Sender } from '../queries/sender.ts'
import type { Shown } from './petition-page.tsx'

/** The name of who brought it: read by its handler who says why, kept in this window alone and gone with it. */
export function SenderPart({ shown: { petition: one, content, can } }: { shown: Shown }) {
  const [open, setOpen] = useState<'read' | 'write' | null>(null)
  const kept = content?.sender ?? null
  return (
    <section className="card padded stack no-print" aria-labelledby="sender">
      <h2 id="sender">{t('petitions.sender')}</h2>
      <p className="quiet">{kept ? t('petitions.sender-kept', { day: kept.until }) : t('petitions.sender-none')}</p>
      {!can.sender && kept && <p className="quiet">{t('petitions.sender-only')}</p>}
      {can.sender && open === null && (
        <div className="row">
          {kept && <Button onClick={() => setOpen('read')}>{t('petitions.sender-read')}</Button>}
          <Button onClick={() => setOpen('write')}>{kept ? t('petitions.sender-change') : t('petitions.sender-add')}</Button>
        </div>
      )}
      {open === 'read' && <ReadSender petitionId={one.id} close={() => setOpen(null)} />}
      {open === 'write' && (
        <WriteSender petitionId={one.id} version={one.version} kept={kept !== null} close={() => setOpen(null)} />
      )}
    </section>
  )
}

function ReadSender({ petitionId, close }: { petitionId: string; close: () => void }) {
  const [purpose, setPurpose] = useState('')
  const [name, setName] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async () => {
    try {
      setName((await ask<Sender>('petitions.sender', { petitionId, purpose })).sender)
      setProblem(null)
    } catch (error) {
      setProblem(problemSentence(error, false))
    }
  }
  if (name !== null)
    return (
      <div className="row">
        <span>
          {t('petitions.sender-is')}: <b>{name}</b>
        </span>
        <Button onClick={close}>{t('part.close')}</Button>
      </div>
    )
  return (
    <Form
      onSubmit={() => void read()}
      submit={t('petitions.sender-read')}
      enterSends
      others={<Button onClick={close}>{t('petitions.cancel')}</Button>}
    >
      <TextField
        label={t('petitions.sender-purpose')}
        help={t('petitions.sender-purpose-help')}
        required
        value={purpose}
        onChange={setPurpose}
        problem={problem}
      />
    </Form>
  )
}

type WriteProps = { petitionId: string; version: number; kept: boolean; close: () => void }

function WriteSender({ petitionId, version, kept, close }: WriteProps) {
  const [sender, setSender] = useState('')
  const keep = useCommand<object>('petitions.keep-sender', { keep: false })
  const save = async (name: string | null) => {
    if (!(await keep.send({ petitionId, version, sender: name }))) return
    tell(t(name === null ? 'petitions.sender-dropped' : 'petitions.sender-saved'))
    await refresh(['petitions.petition'])
    close()
  }
  return (
    <Form
      onSubmit={() => void save(sender)}
      submit={t('petitions.save')}
      enterSends
      busy={keep.state === 'sending'}
      others={
        <>
          {kept && <Button onClick={() => void save(null)}>{t('petitions.sender-drop')}</Button>}
          <Button onClick={close}>{t('petitions.cancel')}</Button>
        </>
      }
    >
      <TextField
        label={t('petitions.sender')}
        help={t('petitions.sender-help')}
        required
        value={sender}
        onChange={setSender}
        spellCheck={false}
      />
      <Problem of={keep} />
    </Form>
  )
}
