import { useState } from 'react'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { t } from '../../../ui/messages/index.ts'

export type Dropped = { id: string; name: string; personal: boolean }

/** Hands evidence in. Said before: whether it holds data of persons, and whether a photo keeps the place that is written in it. */
export function EvidenceDrop({ onDropped }: { onDropped: (file: Dropped) => void }) {
  const [personal, setPersonal] = useState(false)
  return (
    <div className="stack">
      <p className="quiet small">{t('activities.evidence-ask')}</p>
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            checked={personal}
            onChange={event => setPersonal(event.target.checked)}
            aria-describedby="evidence-personal-help"
          />
          <span>
            {t('activities.evidence-personal')}{' '}
            <span className="quiet small" id="evidence-personal-help">
              {t('activities.evidence-personal-help')}
            </span>
          </span>
        </label>
      </div>
      <FileDrop
        label={t('activities.evidence-drop')}
        help={personal ? t('activities.evidence-help-personal') : t('activities.evidence-help')}
        multiple
        asksPlace
        onUploaded={file => onDropped({ id: file.fileId, name: file.name, personal })}
      />
    </div>
  )
}
