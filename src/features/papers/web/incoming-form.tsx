import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PaperKind } from '../kinds.ts'
import { KindField } from './kind-field.tsx'
import { PaperParts } from './paper-parts.tsx'

type Value = {
  arrivedOn: string | null
  issuer: string
  cited: string
  dated: string | null
  kind: PaperKind | ''
  subject: string
}
const EMPTY: Value = { arrivedOn: null, issuer: '', cited: '', dated: null, kind: '', subject: '' }

/** A paper from outside the site is entered in the register. */
export default function IncomingForm() {
  const go = useGo()
  const [value, setValue] = useState(EMPTY)
  const [file, setFile] = useState<UploadedFile | null>(null)
  const set = (change: Partial<Value>) => setValue(before => ({ ...before, ...change }))
  const enter = useCommand<object, { number: number }>('papers.register-incoming')
  const save = async () => {
    const incomingId = newId()
    const days = { arrivedOn: value.arrivedOn ?? '', dated: value.dated ?? '' }
    const sent = await enter.send({ incomingId, ...value, ...days, ...(file ? { fileId: file.fileId } : {}) })
    if (!sent) return
    tell(t('papers.received-done', { number: sent.answer.number }))
    go(`/van-ban/den/${incomingId}`)
  }
  return (
    <Page title={t('papers.enter-incoming')} above={<PaperParts open="/van-ban/den" />}>
      <Form
        submit={t('papers.receive')}
        busy={enter.state === 'sending'}
        onSubmit={() => void save()}
        others={<ButtonLink to="/van-ban/den">{t('papers.cancel')}</ButtonLink>}
      >
        <DateField label={t('papers.incoming-day')} required value={value.arrivedOn} onChange={arrivedOn => set({ arrivedOn })} />
        <TextField
          label={t('papers.issuers')}
          required
          value={value.issuer}
          onChange={issuer => set({ issuer })}
          problem={enter.problemAt('issuer')}
        />
        <TextField
          label={t('papers.number')}
          required
          short
          spellCheck={false}
          value={value.cited}
          onChange={cited => set({ cited })}
          problem={enter.problemAt('cited')}
        />
        <DateField label={t('papers.dated')} required value={value.dated} onChange={dated => set({ dated })} />
        <KindField value={value.kind} onChange={kind => set({ kind })} problem={enter.problemAt('kind')} />
        <TextArea
          label={t('papers.subject')}
          required
          value={value.subject}
          onChange={subject => set({ subject })}
          problem={enter.problemAt('subject')}
        />
        <FileDrop label={t('papers.incoming-file')} accept=".pdf" onUploaded={setFile} />
        {file && <p>{t('papers.file-chosen', { name: file.name })}</p>}
        <Problem of={enter} />
      </Form>
    </Page>
  )
}
