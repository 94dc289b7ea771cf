import { useEffect, useRef } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'

type Named = { id: string; name: string }

/** Files handed in with a new record: they become evidence when it is sent. */
export function EvidenceChoice({ files, onChange }: { files: Named[]; onChange: (files: Named[]) => void }) {
  // Several files can arrive one after the other before the form is drawn again.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  }, [files])
  const take = (file: Named) => {
    latest.current = [...latest.current, file]
    onChange(latest.current)
  }
  return (
    <FieldGroup label={t('activities.evidence')} help={t('activities.evidence-help')}>
      <FileDrop label={t('activities.evidence-drop')} multiple onUploaded={file => take({ id: file.fileId, name: file.name })} />
      <ul className="chosen-items">
        {files.map(file => (
          <li key={file.id}>
            <span>{file.name}</span>
            <Button
              look="plain"
              aria-label={t('activities.evidence-remove', { name: file.name })}
              onClick={() => onChange(files.filter(one => one !== file))}
            >
              {t('activities.evidence-drop-out')}
            </Button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 100 * 1024
    ? t('activities.size-kb', { size: Math.ceil(bytes / 1024) })
    : t('activities.size-mb', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 })

type EvidenceListProps = { activityId: string; evidence: readonly (Named & { size: number })[]; mayChange: boolean }

/** Evidence of a record: to download by every party, to add and take away by the side that recorded it. */
export function EvidenceList({ activityId, evidence, mayChange }: EvidenceListProps) {
  const attach = useCommand<{ activityId: string; fileId: string }>('activities.attach-evidence')
  const remove = useCommand<{ activityId: string; fileId: string }>('activities.remove-evidence')
  const again = async (fileId: string) => {
    await sendCommand('activities.attach-evidence', { activityId, fileId })
    await refresh(['activities', 'plans'])
  }
  const takeAway = async (file: Named) => {
    const sent = await remove.send({ activityId, fileId: file.id })
    if (sent) tell(t('activities.evidence-removed', { name: file.name }), () => again(file.id))
  }
  return (
    <>
      {evidence.length === 0 && <p className="quiet">{t('activities.evidence-none')}</p>}
      <ul className="lines">
        {evidence.map(file => (
          <li key={file.id} className="evidence-line">
            <span>
              <DownloadLink href={`/api/files/${file.id}`} look="plain">
                {file.name}
              </DownloadLink>{' '}
              <span className="quiet small">{sizeWords(file.size)}</span>
            </span>
            {mayChange && (
              <Button
                look="plain"
                aria-label={t('activities.evidence-remove', { name: file.name })}
                onClick={() => void takeAway(file)}
              >
                {t('activities.evidence-drop-out')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <FileDrop
          label={t('activities.evidence-drop')}
          help={t('activities.evidence-help')}
          multiple
          onUploaded={file => void attach.send({ activityId, fileId: file.fileId })}
        />
      )}
      <Problem of={attach} />
      <Problem of={remove} />
    </>
  )
}
