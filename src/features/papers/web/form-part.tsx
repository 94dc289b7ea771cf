import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'
import { WordingForm } from './wording-form.tsx'

/** Before the freezing: what is wrong with the form, who receives it, its words, and the clerk's two steps. `?sua=noi-nhan`, `?sua=loi-van` */
export function FormPart({ shown }: { shown: Shown }) {
  const { paper, can, faults } = shown
  const go = useGo()
  const [editing, setEditing] = useAddressWord('sua')
  const close = () => setEditing('')
  const step = useCommand<object, { version: number }>('papers.check-paper')
  const at = { paperId: paper.id, version: paper.version }
  const take = async (name: string, said: string) => {
    if (await step.send(at, name)) tell(said)
  }
  const remove = async () => {
    const sent = await step.send(at, 'papers.remove-paper')
    if (!sent) return
    tell(t('papers.removed-done'), async () => {
      await sendCommand('papers.restore-paper', { paperId: paper.id, version: sent.answer.version })
      await refresh(['papers.', 'insight.'])
    })
    go('/van-ban')
  }
  if (can.remove !== null && can.thaw !== null) return null
  const open = paper.state === 'draft' || paper.state === 'checked'
  return (
    <section className="card padded stack no-print" aria-labelledby="form">
      <h2 id="form">{t(open ? 'papers.step-check' : 'papers.step-freeze')}</h2>
      {open && <Faults faults={faults} />}
      {open && can.freeze === null && <p className="message">{t('papers.freeze-note')}</p>}
      {editing === 'noi-nhan' && <RecipientsForm shown={shown} close={close} />}
      {editing === 'loi-van' && shown.wording && <WordingForm paper={paper} wording={shown.wording} close={close} />}
      {editing === '' && (
        <div className="row">
          {can.check === null && (
            <Button look="main" onClick={() => void take('papers.check-paper', t('papers.checked'))}>
              {t('papers.check')}
            </Button>
          )}
          {can.freeze === null && (
            <Button
              look="main"
              busy={step.state === 'sending'}
              onClick={() => void take('papers.freeze-paper', t('papers.frozen'))}
            >
              {t('papers.freeze')}
            </Button>
          )}
          {can.address === null && <Button onClick={() => setEditing('noi-nhan')}>{t('papers.edit-recipients')}</Button>}
          {shown.written && <ButtonLink to={`/van-ban/soan?sua=${paper.id}`}>{t('papers.rewrite')}</ButtonLink>}
          {shown.wording && <Button onClick={() => setEditing('loi-van')}>{t('papers.edit-words')}</Button>}
          {can.thaw === null && (
            <Button onClick={() => void take('papers.thaw-paper', t('papers.thawed'))}>{t('papers.thaw')}</Button>
          )}
          {can.remove === null && (
            <Button look="plain" onClick={() => void remove()}>
              {t('papers.remove')}
            </Button>
          )}
        </div>
      )}
      <Problem of={step} />
    </section>
  )
}

const Faults = ({ faults }: { faults: Shown['faults'] }) =>
  faults.length === 0 ? (
    <p>{t('papers.no-faults')}</p>
  ) : (
    <div className="message bad">
      <b>{t('papers.faults')}</b>
      <ul>
        {faults.map(fault => (
          <li key={fault}>{t(`papers.fault-${fault}`)}</li>
        ))}
      </ul>
    </div>
  )

function RecipientsForm({ shown: { paper }, close }: { shown: Shown; close: () => void }) {
  const [text, setText] = useState(paper.recipients.join('\n'))
  const change = useCommand<object>('papers.change-recipients')
  const save = async () => {
    const recipients = text.split('\n').filter(line => line.trim() !== '')
    if (!(await change.send({ paperId: paper.id, version: paper.version, recipients }))) return
    tell(t('papers.saved'))
    close()
  }
  return (
    <Form
      submit={t('papers.save')}
      busy={change.state === 'sending'}
      onSubmit={() => void save()}
      others={<Button onClick={close}>{t('papers.cancel')}</Button>}
    >
      <TextArea
        label={t('papers.recipients')}
        help={t('papers.recipients-help')}
        required
        value={text}
        onChange={setText}
        problem={change.problemAt('recipients')}
      />
      <Problem of={change} />
    </Form>
  )
}
