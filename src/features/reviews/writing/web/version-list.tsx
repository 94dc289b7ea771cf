import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tellUndo } from '../../../../ui/client/tell-undo.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { asPosition, Shape } from '../../../../ui/components/mark.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { moment } from '../../../agencies/web/moment.ts'
import { askVersion } from '../put-back.ts'
import type { Room } from './room.ts'
import type { VersionsAnswer } from './types.ts'

type Version = VersionsAnswer['versions'][number]

export const versionName = ({ how, name }: Pick<Version, 'how' | 'name'>): string =>
  how === 'saved' ? name : t(`versions.${how}`, { name })

/** What was kept, the latest first. An older one is put back by who sits in the room; what stood before comes back within ten seconds, and from this list later. */
export function VersionList({ versions, room }: { versions: readonly Version[]; room: Room | null }) {
  const restoring = useCommand<object, { beforeId: string }>('reviews.restore-version')
  const restore = async (restores: string) => {
    const versionId = newId()
    if (room) askVersion(room.doc, versionId)
    const done = await restoring.send({ versionId, beforeId: newId(), restores, marked: true })
    if (!done) return
    const back = { versionId: newId(), beforeId: newId(), restores: done.answer.beforeId }
    tellUndo(t('versions.put-back'), 'reviews.restore-version', back)
  }
  return (
    <section aria-label={t('versions.title')}>
      <Problem of={restoring} />
      <ol className="lines plain-list">
        {versions.map(one => (
          <li key={one.id} className="version-line">
            <div>
              <b>{versionName(one)}</b>
              {one.current && <span className="quiet"> · {t('versions.current')}</span>}
              <p className="quiet small">
                <span className="mark">
                  <Shape position={asPosition(one.position)} duty={one.position === 1 ? 'lead' : 'support'} />
                  {one.side} · {moment(one.savedAt)}
                </span>
              </p>
            </div>
            {room && !one.current && (
              <Button busy={restoring.state === 'sending'} onClick={() => void restore(one.id)}>
                {t('versions.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
