import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './supervision-fields.ts'

type Finding = Shown['findings'][number]
type Photo = { findingId: string; fileId: string }

/** Pictures of what was seen; `adding` shows where new ones are dropped. */
export function PhotosPart({ finding, mayChange, adding }: { finding: Finding; mayChange: boolean; adding: boolean }) {
  const attach = useCommand<Photo>('supervision.attach-photo')
  const remove = useCommand<Photo>('supervision.remove-photo')
  const out = async (photo: Finding['photos'][number]) => {
    if (!(await remove.send({ findingId: finding.id, fileId: photo.id }))) return
    tell(t('supervision.photo-removed', { name: photo.name }), async () => {
      await attach.send({ findingId: finding.id, fileId: photo.id })
    })
  }
  return (
    <>
      {finding.photos.length > 0 && (
        <ul className="supervision-photos">
          {finding.photos.map(photo => (
            <li key={photo.id}>
              <a href={`/api/files/${photo.id}`}>
                <img src={`/api/files/${photo.id}`} alt={photo.name} loading="lazy" />
              </a>
              {mayChange && (
                <Button
                  look="plain"
                  aria-label={t('supervision.photo-remove', { name: photo.name })}
                  onClick={() => void out(photo)}
                >
                  {t('supervision.photo-out')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && adding && (
        <FileDrop
          label={t('supervision.photo-drop')}
          help={t('supervision.photo-help')}
          accept=".jpg,.jpeg,.png"
          multiple
          asksPlace
          onUploaded={file => void attach.send({ findingId: finding.id, fileId: file.fileId })}
        />
      )}
      <Problem of={attach} />
      <Problem of={remove} />
    </>
  )
}
