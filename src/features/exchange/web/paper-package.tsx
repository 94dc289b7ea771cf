import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { emptyPaper, PaperInputs } from '../../post/web/paper-inputs.tsx'
import { REFRESH } from '../../post/web/types.ts'
import type { MatrixAnswer } from './types.ts'

type PaperPackageProps = { answer: MatrixAnswer; dutyKey: string; name: string; label: string; onClose: () => void }

/** What a partner by post tells of itself, written down from its paper: number, day, scan, and what it says in short. */
export function PaperPackage({ answer, dutyKey, name, label, onClose }: PaperPackageProps) {
  const go = useGo()
  const [{ packageId, actId }] = useState(() => ({ packageId: newId(), actId: newId() }))
  const [paper, setPaper] = useState(() => emptyPaper(null))
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const recording = useCommand<object>('exchange.record-paper-package', { refresh: REFRESH })
  const { number, date, fileId } = paper
  const save = async () => {
    setMissing(!number.trim() || !date || !fileId)
    if (!number.trim() || !date || !fileId) return
    const duty = { programmeId: answer.programme.id, dutyKey, year: answer.year }
    if (!(await recording.send({ packageId, actId, ...duty, number, date, fileId, note }))) return
    tell(t('exchange.paper-recorded', { number }))
    go(`/trao-doi/${packageId}`)
  }
  const words = {
    number: t('post.paper-number'),
    numberHelp: t('post.paper-number-help'),
    date: t('post.paper-date'),
    scan: t('post.paper-scan'),
    scanHelp: t('exchange.record-paper-scan-help'),
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="paper-to-record">
      <h2 id="paper-to-record">{t('exchange.record-paper-title', { name, label })}</h2>
      <p className="quiet">{t('exchange.record-paper-help')}</p>
      <Form onSubmit={() => void save()} submit={t('post.record')} busy={recording.state === 'sending'}>
        <PaperInputs value={paper} onChange={setPaper} words={words} />
        <TextArea label={t('exchange.record-paper-note')} rows={4} value={note} onChange={setNote} />
        {missing && (
          <p className="message bad" role="alert">
            {t('exchange.record-paper-missing')}
          </p>
        )}
        <Problem of={recording} />
      </Form>
      <div className="row">
        <Button onClick={onClose}>{t('exchange.close')}</Button>
      </div>
    </section>
  )
}
