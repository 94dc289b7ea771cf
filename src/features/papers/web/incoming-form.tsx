import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PaperKind } from '../kinds.ts'
import type { ReadField } from '../reading/contract.ts'
import { useHandedFile } from './handed-file.ts'
import { HandedFile } from './handed-file-part.tsx'
import { KindField } from './kind-field.tsx'
import { PaperParts } from './paper-parts.tsx'
import type { Proposal } from './proposed-part.tsx'
import './papers.css'

type Value = {
  arrivedOn: string | null
  issuer: string
  cited: string
  dated: string | null
  kind: PaperKind | ''
  subject: string
}
const EMPTY: Value = { arrivedOn: null, issuer: '', cited: '', dated: null, kind: '', subject: '' }

/** A paper from outside the site is entered in the register; its file is read meanwhile. */
export default function IncomingForm() {
  const go = useGo()
  const handed = useHandedFile()
  const [uploading, setUploading] = useState(false)
  const form = useIncomingForm()
  const enter = useCommand<object, { number: number }>('papers.register-incoming')
  const waits = uploading || handed.awaited
  const save = async () => {
    const incomingId = newId()
    const fileId = handed.file?.fileId
    const sent = await enter.send({ incomingId, ...form.said(), ...(fileId ? { fileId } : {}) })
    if (!sent) return
    tell(t('papers.received-done', { number: sent.answer.number }))
    go(`/van-ban/den/${incomingId}`)
  }
  return (
    <Page title={t('papers.enter-incoming')} above={<PaperParts open="/van-ban/den" />}>
      <div className="card padded stack">
        <FileDrop
          label={t('papers.incoming-file')}
          help={t('papers.incoming-file-help')}
          accept=".pdf,.jpg,.jpeg,.png"
          onSending={setUploading}
          onUploaded={file => void handed.take(file)}
        />
        <HandedFile handed={handed} onFill={form.fill} />
      </div>
      <Form
        submit={t('papers.receive')}
        busy={waits || enter.state === 'sending'}
        onSubmit={() => void save()}
        others={<ButtonLink to="/van-ban/den">{t('papers.cancel')}</ButtonLink>}
      >
        <Boxes form={form} problemAt={enter.problemAt} />
        {waits && <p className="message">{t('papers.file-awaited')}</p>}
        <Problem of={enter} />
      </Form>
    </Page>
  )
}

/** What is typed, and which boxes still hold what a machine has read. */
function useIncomingForm() {
  const [value, setValue] = useState(EMPTY)
  const [read, setRead] = useState<readonly ReadField[]>([])
  const [compared, setCompared] = useState(false)
  const set = (change: Partial<Value>) => {
    setValue(before => ({ ...before, ...change }))
    setRead(before => before.filter(field => !(field in change)))
  }
  const fill = ({ issuer, cited, dated, kind, subject }: Proposal) => {
    const found = Object.entries({ issuer, cited, dated, kind, subject }).filter(([, proposed]) => proposed !== null)
    setValue(before => ({ ...before, ...Object.fromEntries(found) }))
    setRead(found.map(([field]) => field as ReadField))
    setCompared(false)
  }
  const said = () => ({
    ...value,
    arrivedOn: value.arrivedOn ?? '',
    dated: value.dated ?? '',
    ...(read.length > 0 ? { read: { fields: read, compared } } : {}),
  })
  return { value, set, fill, said, read, compared, setCompared }
}

type BoxesProps = { form: ReturnType<typeof useIncomingForm>; problemAt: (field: string) => string | null }

function Boxes({ form: { value, set, read, compared, setCompared }, problemAt }: BoxesProps) {
  const noteOf = (field: ReadField) => (read.includes(field) ? t('papers.read-by-machine') : undefined)
  return (
    <>
      <DateField
        label={t('papers.incoming-day')}
        required
        value={value.arrivedOn}
        onChange={arrivedOn => set({ arrivedOn })}
        problem={problemAt('arrivedOn')}
      />
      <TextField
        label={t('papers.issuers')}
        help={noteOf('issuer')}
        required
        value={value.issuer}
        onChange={issuer => set({ issuer })}
        problem={problemAt('issuer')}
      />
      <TextField
        label={t('papers.number')}
        help={noteOf('cited')}
        required
        short
        spellCheck={false}
        value={value.cited}
        onChange={cited => set({ cited })}
        problem={problemAt('cited')}
      />
      <DateField
        label={t('papers.dated')}
        help={noteOf('dated')}
        required
        value={value.dated}
        onChange={dated => set({ dated })}
        problem={problemAt('dated')}
      />
      <KindField value={value.kind} help={noteOf('kind')} onChange={kind => set({ kind })} problem={problemAt('kind')} />
      <TextArea
        label={t('papers.subject')}
        help={noteOf('subject')}
        required
        value={value.subject}
        onChange={subject => set({ subject })}
        problem={problemAt('subject')}
      />
      {read.length > 0 && (
        <ChecksField
          label={t('papers.read-compared')}
          value={compared ? ['yes'] : []}
          onChange={chosen => setCompared(chosen.length > 0)}
          choices={[{ value: 'yes', label: t('papers.read-same') }]}
          problem={problemAt('read.compared')}
        />
      )}
    </>
  )
}
