import { useEffect, useRef } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type Dropped, EvidenceDrop } from './evidence-drop.tsx'

type Named = { id: string; name: string }

/** Files handed in with a new record: they become evidence when it is sent. */
export function EvidenceChoice({ files, onChange }: { files: Dropped[]; onChange: (files: Dropped[]) => void }) {
  // Several files can arrive one after the other before the form is drawn again.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  }, [files])
  const take = (file: Dropped) => {
    latest.current = [...latest.current, file]
    onChange(latest.current)
  }
  return (
    <FieldGroup label={t('activities.evidence')}>
      <EvidenceDrop onDropped={take} />
      <ul className="chosen-items">
        {files.map(file => (
          <li key={file.id}>
            <span>
              {file.name} {file.personal && <InternalMark />}
            </span>
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

type EvidenceListProps = {
  activityId: string
  /** `ofUnit`: handed in by the asker's own unit, which alone can mark it. */
  evidence: readonly (Named & { size: number; ofUnit: boolean })[]
  mayChange: boolean
}
type Attached = { activityId: string; fileId: string; personal: boolean }

/** Evidence of a record: to download by every party, to add and take away by the side that recorded it. */
export function EvidenceList({ activityId, evidence, mayChange }: EvidenceListProps) {
  const attach = useCommand<Attached>('activities.attach-evidence')
  const remove = useCommand<{ activityId: string; fileId: string }>('activities.remove-evidence')
  const protect = useCommand<Attached>('activities.protect-evidence')
  const mark = async (file: Named) => {
    const sent = await protect.send({ activityId, fileId: file.id, personal: true })
    if (!sent) return
    tell(t('activities.evidence-marked', { name: file.name }), async () => {
      await sendCommand('activities.protect-evidence', { activityId, fileId: file.id, personal: false })
      await refresh(['activities', 'plans'])
    })
  }
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
              <span className="row">
                {file.ofUnit && (
                  <Button
                    look="plain"
                    aria-label={t('activities.evidence-mark-name', { name: file.name })}
                    onClick={() => void mark(file)}
                  >
                    {t('activities.evidence-mark')}
                  </Button>
                )}
                <Button
                  look="plain"
                  aria-label={t('activities.evidence-remove', { name: file.name })}
                  onClick={() => void takeAway(file)}
                >
                  {t('activities.evidence-drop-out')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <EvidenceDrop onDropped={file => void attach.send({ activityId, fileId: file.id, personal: file.personal })} />
      )}
      <Problem of={attach} />
      <Problem of={remove} />
      <Problem of={protect} />
    </>
  )
}
