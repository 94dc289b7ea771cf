import type { ReactNode } from 'react'
import { Button } from '../../../../ui/components/button.tsx'
import { asPosition, Shape } from '../../../../ui/components/mark.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { RoomState } from './room.ts'

type BarProps = { state: RoomState; writing: boolean; authors: boolean; onAuthors: (shown: boolean) => void; children: ReactNode }

/** Whether all is kept, who is in the room now, and whether it is shown which side wrote what. */
export function RoomBar({ state: { line, present, ready }, writing, authors, onAuthors, children }: BarProps) {
  return (
    <div className="room-bar no-print">
      <p role="status" className={line === 'cut' || line === 'closed' ? 'room-line cut' : 'room-line quiet'}>
        {t(ready || line === 'closed' ? `writing.line-${line}` : 'writing.entering')}
        {ready && !writing && line !== 'closed' && ` ${t('writing.only-read')}`}
      </p>
      <ul aria-label={t('writing.present')}>
        {present.map(({ bodyId, position, side, name }) => (
          <li key={`${bodyId} ${name}`} className="mark">
            <Shape position={asPosition(position)} duty={position === 1 ? 'lead' : 'support'} />
            {name} · {side}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button look="plain" aria-pressed={authors} onClick={() => onAuthors(!authors)}>
          {t('writing.authors')}
        </Button>
        {children}
      </div>
    </div>
  )
}
