import { ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { signedAddress } from './addresses.ts'
import type { ReadDraft } from './import-review.tsx'

/** A draft written from what was agreed: to be looked at, sent to be signed, and then imported as signed. */
export const UnsignedNote = ({ draft }: { draft: ReadDraft }) => (
  <div className="message stack">
    <p>{t('programmes.unsigned-note')}</p>
    <div className="row">
      <DownloadLink href={`/api/files/${draft.fileId}`}>{t('programmes.unsigned-file')}</DownloadLink>
      <ButtonLink to={signedAddress(draft.continues)}>{t('programmes.unsigned-signed')}</ButtonLink>
    </div>
  </div>
)
