import { useState } from 'react'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { t } from '../../../ui/messages/index.ts'

export type Dropped = { id: string; name: string; personal: boolean }

const CHOICES = ['personal', 'place'] as const
type Choice = (typeof CHOICES)[number]

/** Hands evidence in. Said before: whether it holds data of persons, and whether a photo keeps the place that is written in it. */
export function EvidenceDrop({ onDropped }: { onDropped: (file: Dropped) => void }) {
  const [chosen, setChosen] = useState<readonly Choice[]>([])
  const turn = (choice: Choice, on: boolean) => setChosen(on ? [...chosen, choice] : chosen.filter(one => one !== choice))
  const personal = chosen.includes('personal')
  return (
    <div className="stack">
      <p className="quiet small">{t('activities.evidence-ask')}</p>
      <div className="choices">
        {CHOICES.map(choice => (
          <label className="choice" key={choice}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={event => turn(choice, event.target.checked)}
              aria-describedby={`evidence-${choice}-help`}
            />
            <span>
              {t(`activities.evidence-${choice}`)}{' '}
              <span className="quiet small" id={`evidence-${choice}-help`}>
                {t(`activities.evidence-${choice}-help`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      <FileDrop
        label={t('activities.evidence-drop')}
        help={personal ? t('activities.evidence-help-personal') : t('activities.evidence-help')}
        multiple
        keepPlace={chosen.includes('place')}
        onUploaded={file => onDropped({ id: file.fileId, name: file.name, personal })}
      />
    </div>
  )
}
