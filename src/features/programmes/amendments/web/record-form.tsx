import { useState } from 'react'
import type { IsoDate } from '../../../../kernel/dates.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import type { UploadedFile } from '../../../../ui/client/upload.ts'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { TextField } from '../../../../ui/components/fields.tsx'
import { FileDrop } from '../../../../ui/components/file-drop.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { AmendmentAnswer } from './types.ts'

type Input = { amendmentId: string; version: number; number: string; signedOn: IsoDate; fileId: string }

/** The clerk records the signed paper: number, day, file. From then on the consolidated text follows it. */
export function RecordForm({ answer }: { answer: AmendmentAnswer }) {
  const { id: amendmentId, version } = answer.amendment
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState<IsoDate | null>(null)
  const [file, setFile] = useState<UploadedFile | null>(null)
  const [missing, setMissing] = useState(false)
  const recording = useCommand<Input>('programmes.record-signing')
  const record = async () => {
    setMissing(file === null)
    if (!file || !signedOn) return
    if (await recording.send({ amendmentId, version, number, signedOn, fileId: file.fileId })) tell(t('amendments.recorded'))
  }
  return (
    <section className="card padded no-print" aria-labelledby="record-signing">
      <h2 id="record-signing">{t('amendments.record')}</h2>
      <p className="quiet">{t('amendments.record-help')}</p>
      <Form submit={t('amendments.record')} busy={recording.state === 'sending'} onSubmit={() => void record()}>
        <TextField
          label={t('amendments.record-number')}
          help={t('amendments.record-number-help')}
          required
          value={number}
          onChange={setNumber}
          problem={recording.problemAt('number')}
        />
        <DateField
          label={t('amendments.record-day')}
          required
          value={signedOn}
          onChange={setSignedOn}
          problem={recording.problemAt('signedOn')}
        />
        {file && <p>{t('amendments.record-file-ready', { name: file.name })}</p>}
        <FileDrop label={t('amendments.record-file-drop')} onUploaded={setFile} />
        {missing && !file && <p className="message bad">{t('amendments.record-file-missing')}</p>}
        <Problem of={recording} />
      </Form>
    </section>
  )
}
