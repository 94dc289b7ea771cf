import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { useHandedFile } from './handed-file.ts'
import { type Proposal, ProposedPart } from './proposed-part.tsx'
import { ReadingPart } from './reading-part.tsx'

type HandedProps = { handed: ReturnType<typeof useHandedFile>; onFill: (proposal: Proposal) => void }

/** Which file goes with the line of the register, and how far its words are read. */
export function HandedFile({ handed: { file, awaited, begun, reading, read, leave }, onFill }: HandedProps) {
  return (
    <>
      {file?.fileId && (
        <p className="row">
          {t('papers.file-chosen', { name: file.fileName ?? '' })}
          <DownloadLink href={`/api/files/${file.fileId}`}>{t('papers.open-file')}</DownloadLink>
        </p>
      )}
      <Problem of={read} />
      {begun && (
        <Answered of={reading}>
          {shown => (
            <>
              <ReadingPart reading={shown} />
              <ProposedPart reading={shown} onFill={onFill} />
            </>
          )}
        </Answered>
      )}
      {awaited && reading.isError && (
        <div className="row">
          <Button onClick={leave}>{t('papers.file-left')}</Button>
        </div>
      )}
    </>
  )
}
