import { lazy, Suspense, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { LoadingPlace, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { FormProps } from './sign-part.tsx'

const TwoPanes = lazy(() => import('./two-panes.tsx'))

/** "Bản giấy": the scan beside the frozen file, page by page, and the number and day that stand on it. */
export function ScanForm({ shown: { paper }, close }: FormProps) {
  const [scan, setScan] = useState<UploadedFile | null>(null)
  const [number, setNumber] = useState('')
  const [dated, setDated] = useState<string | null>(null)
  const [compared, setCompared] = useState(false)
  const file = useCommand<object>('papers.file-scan')
  const send = async () => {
    const at = { paperId: paper.id, version: paper.version, entryId: newId(), fileId: scan?.fileId ?? '' }
    if (!(await file.send({ ...at, number, dated: dated ?? '', compared }))) return
    tell(t('papers.scan-done'))
    close()
  }
  return (
    <div className="stack">
      <p>{t('papers.scan-help', { pages: paper.pages ?? 0 })}</p>
      <div className="row">
        <DownloadLink href={`/api/exports/paper-to-print/${paper.id}.pdf`}>{t('papers.print-frozen')}</DownloadLink>
      </div>
      <FileDrop label={t('papers.scan-file')} accept=".pdf" onUploaded={setScan} />
      {scan && paper.frozenFile && (
        <Suspense fallback={<LoadingPlace />}>
          <TwoPanes left={paper.frozenFile} right={scan.fileId} pages={paper.pages ?? 1} />
        </Suspense>
      )}
      {scan && (
        <Form
          submit={t('papers.file-scan')}
          busy={file.state === 'sending'}
          onSubmit={() => void send()}
          others={<Button onClick={close}>{t('papers.cancel')}</Button>}
        >
          <TextField
            label={t('papers.scan-number')}
            required
            short
            spellCheck={false}
            value={number}
            onChange={setNumber}
            problem={file.problemAt('number')}
          />
          <DateField label={t('papers.scan-dated')} required value={dated} onChange={setDated} />
          <ChecksField
            label={t('papers.scan-compared')}
            value={compared ? ['yes'] : []}
            onChange={chosen => setCompared(chosen.length > 0)}
            choices={[{ value: 'yes', label: t('papers.scan-same') }]}
          />
          <Problem of={file} />
        </Form>
      )}
    </div>
  )
}
