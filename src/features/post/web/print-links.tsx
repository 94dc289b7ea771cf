import { DownloadLink } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PostalStep, Subject } from './types.ts'

/** The files to print, sign and send; each page of them bears the code. An indicator and minutes stand behind their letter. */
export function PrintLinks({ subject: { kind, id }, step }: { subject: Subject; step: PostalStep }) {
  if (kind === 'package')
    return (
      <div className="row">
        <DownloadLink href={`/api/exports/package/${id}.zip`}>{t('post.file-zip')}</DownloadLink>
        <DownloadLink href={`/api/exports/package/${id}.pdf`}>{t('post.file-pdf')}</DownloadLink>
      </div>
    )
  const name = { plan: step.step === 'lines' ? 'plan-lines' : 'plan', review: 'review', amendment: 'amendment' }[kind as string]
  return (
    <div className="row">
      {name && <DownloadLink href={`/api/exports/${name}/${id}.pdf`}>{t('post.file-pdf')}</DownloadLink>}
      {name && <DownloadLink href={`/api/exports/${name}/${id}.docx`}>{t('post.file-docx')}</DownloadLink>}
      {kind === 'plan' && <DownloadLink href={`/api/exports/${name}/${id}.xlsx`}>{t('post.file-xlsx')}</DownloadLink>}
      <DownloadLink href={`/api/exports/post-letter/${id}.docx`}>{t('post.cover-docx')}</DownloadLink>
      <DownloadLink href={`/api/exports/post-letter/${id}.pdf`}>{t('post.cover-pdf')}</DownloadLink>
    </div>
  )
}
