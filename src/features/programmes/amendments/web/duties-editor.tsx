import { useState } from 'react'
import { Button } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { sameName } from '../../party-names.ts'
import { CommitmentEditor } from '../../web/commitment-editor.tsx'
import { CommitmentSentences } from '../../web/commitment-sentences.tsx'
import type { AmendedDuty } from '../contract.ts'
import type { Party } from './types.ts'

type DutiesProps = {
  duties: readonly AmendedDuty[]
  parties: readonly Party[]
  onRead: () => void
  onChange: (duties: AmendedDuty[]) => void
}

/** The duties that were read out of the new text, each to be mended. */
export function DutiesEditor({ duties, parties, onRead, onChange }: DutiesProps) {
  const put = (at: number, duty: AmendedDuty | null) =>
    onChange(duties.flatMap((other, i) => (i === at ? (duty ? [duty] : []) : [other])))
  return (
    <div className="stack">
      <p className="amendment-duties">
        <b>{t('amendments.duties')}</b> <span className="quiet small">{t('amendments.duties-help')}</span>
      </p>
      {duties.length === 0 && <p className="quiet">{t('amendments.duties-none')}</p>}
      <ul className="plain-list">
        {duties.map((duty, at) => (
          <DutyCard
            key={`${at} ${duty.text}`}
            duty={duty}
            parties={parties}
            alone={duties.length === 1}
            onChange={one => put(at, one)}
          />
        ))}
      </ul>
      <div className="row">
        <Button look="plain" onClick={onRead}>
          {t('amendments.duties-read')}
        </Button>
      </div>
    </div>
  )
}

type CardProps = { duty: AmendedDuty; parties: readonly Party[]; alone: boolean; onChange: (duty: AmendedDuty | null) => void }

function DutyCard({ duty, parties, alone, onChange }: CardProps) {
  const [open, setOpen] = useState(false)
  return (
    <li className="commitment">
      {!alone && <p className="paper-text">{duty.text}</p>}
      <CommitmentSentences commitment={duty} shortName={name => shortName(name, parties)} />
      <div className="row">
        <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'programmes.commitment-close' : 'programmes.commitment-edit')}
        </Button>
        <Button look="plain" onClick={() => onChange(null)}>
          {t('amendments.duty-remove')}
        </Button>
      </div>
      {open && (
        <CommitmentEditor
          commitment={duty}
          parties={parties.map(party => party.name)}
          onChange={part => onChange({ ...duty, ...part })}
        />
      )}
    </li>
  )
}

/** A party that is known stands by its short name, everybody else as printed. */
export const shortName = (name: string, parties: readonly Party[]): string =>
  parties.find(party => sameName(party.name, name))?.shortName ?? name
