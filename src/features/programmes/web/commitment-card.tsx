import { useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DraftCommitment } from '../contract.ts'
import { sameName } from '../party-names.ts'
import { CommitmentEditor } from './commitment-editor.tsx'
import { scheduleWords, targetWords } from './commitment-words.ts'
import { SplitBox } from './split-box.tsx'
import type { Review } from './use-review.ts'

type CardProps = {
  commitment: DraftCommitment
  /** The only one of its clause: its words stand there already. */
  alone: boolean
  last: boolean
  review: Review
  lit: boolean
  onSee: () => void
}

/** One duty in a few short sentences, with what can be mended about it. */
export function CommitmentCard({ commitment, alone, last, review, lit, onSee }: CardProps) {
  const [open, setOpen] = useState<'edit' | 'split' | null>(null)
  const show = (part: 'edit' | 'split') => {
    onSee()
    setOpen(part === open ? null : part)
  }
  return (
    <li className={lit ? 'commitment lit-card' : 'commitment'}>
      {!alone && (
        <button type="button" className="tree-line paper-text" onClick={onSee}>
          {commitment.text}
        </button>
      )}
      <Sentences commitment={commitment} review={review} />
      <div className="row">
        <Button look="plain" data-edit={commitment.id} aria-expanded={open === 'edit'} onClick={() => show('edit')}>
          {open === 'edit' ? t('programmes.commitment-close') : t('programmes.commitment-edit')}
        </Button>
        <Button look="plain" aria-expanded={open === 'split'} onClick={() => show('split')}>
          {t('programmes.commitment-split')}
        </Button>
        {!last && (
          <Button look="plain" onClick={() => review.mend({ kind: 'join', id: commitment.id })}>
            {t('programmes.commitment-join')}
          </Button>
        )}
      </div>
      {open === 'edit' && <CommitmentEditor commitment={commitment} review={review} />}
      {open === 'split' && <SplitBox commitment={commitment} review={review} onDone={() => setOpen(null)} />}
    </li>
  )
}

/** A party that is known stands by its short name, everybody else as printed. */
function shortName(name: string, { reading, bodies }: Review): string {
  const party = reading.parties.find(one => sameName(one.name, name))
  return bodies.find(body => body.id === party?.bodyId)?.shortName ?? name
}

/** Who, when and how much, as one would say it. */
function Sentences({ commitment, review }: { commitment: DraftCommitment; review: Review }) {
  const list = (names: readonly string[]) => names.map(name => shortName(name, review)).join('; ')
  const { lead, support, others, advises, schedules, targets, deadline, product } = commitment
  const lines = [
    lead.length > 0 ? t('programmes.lead-line', { names: list(lead) }) : t('programmes.lead-unknown'),
    support.length > 0 && t('programmes.support-line', { names: list(support) }),
    others.length > 0 && `${t('programmes.others')}: ${list(others)}`,
    advises.length > 0 && `${t('programmes.advises')}: ${list(advises)}`,
    `${t('programmes.time')}: ${schedules.length > 0 ? schedules.map(scheduleWords).join('; ') : t('programmes.time-none').toLowerCase()}`,
    targets.length > 0 && `${t('programmes.target')}: ${targets.map(targetWords).join('; ')}`,
    deadline && `${t('programmes.deadline')}: ${deadline}`,
    product && `${t('programmes.product')}: ${product}`,
  ]
  return <ul className="plain-list sentences">{lines.map(line => line && <li key={line}>{line}</li>)}</ul>
}
