import { useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DraftCommitment } from '../contract.ts'
import { sameName } from '../party-names.ts'
import { CommitmentEditor } from './commitment-editor.tsx'
import { CommitmentSentences } from './commitment-sentences.tsx'
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
      <CommitmentSentences commitment={commitment} shortName={name => shortName(name, review)} />
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
      {open === 'edit' && (
        <CommitmentEditor
          commitment={commitment}
          parties={review.reading.parties.map(party => party.name)}
          onChange={change => review.mend({ kind: 'commitment', id: commitment.id, change })}
        />
      )}
      {open === 'split' && <SplitBox commitment={commitment} review={review} onDone={() => setOpen(null)} />}
    </li>
  )
}

/** A party that is known stands by its short name, everybody else as printed. */
function shortName(name: string, { reading, bodies }: Review): string {
  const party = reading.parties.find(one => sameName(one.name, name))
  return bodies.find(body => body.id === party?.bodyId)?.shortName ?? name
}
