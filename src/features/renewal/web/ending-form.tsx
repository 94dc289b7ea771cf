import { useState } from 'react'
import type { IsoDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { proposeEnding } from '../commands/propose-ending.ts'
import type { LineInput } from '../ending/contract.ts'
import type { endingLines } from '../queries/ending-lines.ts'
import { EndingLines } from './ending-lines.tsx'
import type { EndingsAnswer } from './endings-page.tsx'

export type LinesAnswer = AnswerOf<typeof endingLines>

/** Proposes that the programme ends, or goes on in another, by the paper that the parties have signed. */
export function EndingForm({ answer: { programme, others } }: { answer: EndingsAnswer }) {
  const [endingId] = useState(() => newId())
  const [into, setInto] = useState('')
  const [effectiveOn, setEffectiveOn] = useState<IsoDate | null>(null)
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<IsoDate | null>(null)
  const [file, setFile] = useState<UploadedFile | null>(null)
  const [missing, setMissing] = useState(false)
  const [changed, setChanged] = useState<ReadonlyMap<string, LineInput>>(new Map())
  const asked = { programmeId: programme.id, intoId: into, ...(effectiveOn && { effectiveOn }) }
  const found = useAnswer<LinesAnswer>('renewal.ending-lines', asked, { enabled: into !== '', keepPrevious: true })
  const send = useCommand<InputOf<typeof proposeEnding>>('renewal.propose-ending', { refresh: ['renewal.', 'insight.'] })
  const required = useRequired({ effectiveOn, reason, number, date })
  const lines = into === '' ? [] : (found.data?.lines ?? []).map(line => changed.get(line.path) ?? line.proposed)
  const choose = (id: string) => {
    setInto(id)
    setChanged(new Map())
  }
  const save = async () => {
    const whole = required.check()
    setMissing(file === null)
    if (!whole || !file || !effectiveOn || !date) return
    const paper = { number, date, fileId: file.fileId }
    const input = { endingId, programmeId: programme.id, intoId: into || null, effectiveOn, reason, paper, lines }
    if (await send.send(input)) tell(t('renewal.ending-sent'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="propose-ending">
      <h2 id="propose-ending">{t('renewal.ending-propose')}</h2>
      <Form submit={t('renewal.ending-send')} busy={send.state === 'sending'} onSubmit={() => void save()}>
        <SelectField
          label={t('renewal.ending-into')}
          help={t('renewal.ending-into-help')}
          empty={t('renewal.ending-into-none')}
          value={into}
          onChange={choose}
          choices={others.map(one => ({ value: one.id, label: one.cited }))}
        />
        <DateField
          label={t('renewal.ending-on')}
          help={t('renewal.ending-on-help')}
          required
          value={effectiveOn}
          onChange={setEffectiveOn}
          problem={required.problemOf('effectiveOn')}
        />
        {into !== '' && (
          <Answered of={found}>
            {answer => (
              <EndingLines answer={answer} lines={lines} onChange={line => setChanged(new Map(changed).set(line.path, line))} />
            )}
          </Answered>
        )}
        <TextArea
          label={t('renewal.ending-reason')}
          required
          rows={2}
          value={reason}
          onChange={setReason}
          problem={required.problemOf('reason')}
        />
        <TextField
          label={t('renewal.ending-paper-number')}
          required
          value={number}
          onChange={setNumber}
          problem={required.problemOf('number')}
        />
        <DateField
          label={t('renewal.ending-paper-date')}
          required
          value={date}
          onChange={setDate}
          problem={required.problemOf('date')}
        />
        {file && <p>{t('renewal.ending-paper-ready', { name: file.name })}</p>}
        <FileDrop label={t('renewal.ending-paper-drop')} onUploaded={setFile} />
        {missing && !file && <p className="message bad">{t('renewal.ending-paper-missing')}</p>}
        <Problem of={send} />
      </Form>
    </section>
  )
}
