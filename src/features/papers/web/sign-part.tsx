import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { LocalFile } from '../../../ui/components/local-file.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ScanForm } from './scan-form.tsx'
import type { Shown } from './types.ts'

type Way = 'key' | 'upload' | 'scan'
export type FormProps = { shown: Shown; close: () => void }

/** Who is to sign or to seal chooses how: a key file, a file signed elsewhere, or the scan of what was signed by hand. */
export function SignPart({ shown }: { shown: Shown }) {
  const { can } = shown
  const [open, setOpen] = useState<Way | null>(null)
  const key = can.sign === null || can.seal === null
  if (!key && can.upload !== null && can.scan !== null) return null
  const close = () => setOpen(null)
  const seals = shown.turn?.step === 'seal'
  return (
    <section className="card padded stack no-print" aria-labelledby="sign">
      <h2 id="sign">{t(seals ? 'papers.seal-title' : 'papers.sign-title')}</h2>
      <p>{t('papers.sign-what')}</p>
      {open === null && (
        <div className="row">
          {key && (
            <Button look="main" onClick={() => setOpen('key')}>
              {t('papers.by-key')}
            </Button>
          )}
          {can.upload === null && <Button onClick={() => setOpen('upload')}>{t('papers.by-upload')}</Button>}
          {can.scan === null && <Button onClick={() => setOpen('scan')}>{t('papers.by-ink')}</Button>}
        </div>
      )}
      {open === 'key' && <KeyForm shown={shown} close={close} />}
      {open === 'upload' && <UploadForm shown={shown} close={close} />}
      {open === 'scan' && <ScanForm shown={shown} close={close} />}
      <p className="quiet small">{t('papers.no-plug-in')}</p>
    </section>
  )
}

/** More than any key file or picture of a seal has; the rest of a wrong file is not sent. */
const LARGEST_KEY = 250_000
const LARGEST_PICTURE = 400_000

async function toBase64(file: File, largest: number): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer()).subarray(0, largest)
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

function KeyForm({ shown: { paper, can }, close }: FormProps) {
  const [file, setFile] = useState<File | null>(null)
  const [picture, setPicture] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const seals = can.seal === null
  const sign = useCommand<object, { unseen: boolean }>(seals ? 'papers.seal-paper' : 'papers.sign-paper', { keep: false })
  const send = async () => {
    const keyFile = file ? await toBase64(file, LARGEST_KEY) : ''
    const drawn = picture ? { picture: await toBase64(picture, LARGEST_PICTURE) } : {}
    const at = { paperId: paper.id, version: paper.version, keyFile, password, ...drawn }
    const sent = await sign.send(seals ? { ...at, entryId: newId() } : at)
    if (!sent) return
    const done = t(seals ? 'papers.sealed-done' : 'papers.signed-done')
    tell(sent.answer.unseen ? `${done} ${t(seals ? 'papers.seal-unseen' : 'papers.sign-unseen')}` : done)
    close()
  }
  return (
    <Form
      submit={t(seals ? 'papers.seal' : 'papers.sign')}
      busy={sign.state === 'sending'}
      onSubmit={() => void send()}
      others={<Button onClick={close}>{t('papers.cancel')}</Button>}
    >
      <LocalFile accept=".p12,.pfx" label={t('papers.choose-key')} help={file?.name ?? t('papers.key-help')} onFile={setFile} />
      <TextField
        label={t('papers.key-password')}
        help={t('papers.key-password-help')}
        type="password"
        autoComplete="off"
        short
        value={password}
        onChange={setPassword}
      />
      <LocalFile
        accept=".png"
        label={t(seals ? 'papers.choose-seal' : 'papers.choose-signature')}
        help={picture?.name ?? t('papers.picture-help')}
        onFile={setPicture}
      />
      <Problem of={sign} />
    </Form>
  )
}

function UploadForm({ shown: { paper }, close }: FormProps) {
  const take = useCommand<object>('papers.upload-signed')
  const [fileId, setFileId] = useState('')
  const [reason, setReason] = useState('')
  const send = async (chosen: string, why = '') => {
    setFileId(chosen)
    const at = { paperId: paper.id, version: paper.version, entryId: newId(), fileId: chosen }
    if (!(await take.send({ ...at, ...(why ? { reason: why } : {}) }))) return
    tell(t('papers.uploaded-done'))
    close()
  }
  return (
    <div className="stack">
      <p>{t('papers.upload-help')}</p>
      <div className="row">
        <DownloadLink href={`/api/exports/official-paper/${paper.id}.pdf`}>{t('papers.download')}</DownloadLink>
      </div>
      <FileDrop label={t('papers.signed-file')} accept=".pdf" onUploaded={file => void send(file.fileId)} />
      <Problem of={take} />
      {(take.problemAt('reason') || reason !== '') && (
        <Form submit={t('papers.take-other')} busy={take.state === 'sending'} onSubmit={() => void send(fileId, reason)}>
          <TextField
            label={t('papers.other-reason')}
            help={t('papers.other-reason-help')}
            required
            value={reason}
            onChange={setReason}
          />
        </Form>
      )}
      <div className="row">
        <Button onClick={close}>{t('papers.cancel')}</Button>
      </div>
    </div>
  )
}
