import { useEffect, useRef } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { t } from '../../../ui/messages/index.ts'
import type { DraftClause, DraftCommitment } from '../contract.ts'
import { possibleParents } from '../outline.ts'
import { depthsOf } from './clause-tree.ts'
import { CommitmentCard } from './commitment-card.tsx'
import type { Seen } from './review-board.tsx'
import type { Review } from './use-review.ts'

type TreeProps = { review: Review; seen: Seen | null; onSee: (seen: Seen) => void }

/** Every clause in its place with what it commits to; the one that is looked at opens for mending. */
export function ReviewTree({ review, seen, onSee }: TreeProps) {
  const { clauses, commitments } = review.reading
  const depths = depthsOf(clauses)
  const byClause = Map.groupBy(commitments, commitment => commitment.clause)
  return (
    <section className="card" aria-labelledby="tree-title">
      <h2 className="card-head" id="tree-title">
        {t('programmes.tree')}
      </h2>
      <ol className="tree">
        {clauses.map(clause => (
          <li
            key={clause.path}
            className="tree-clause"
            style={{ paddingInlineStart: `${12 + 14 * Math.min(depths.get(clause.path) ?? 0, 5)}px` }}
          >
            <ClauseLine clause={clause} open={seen?.clause === clause.path} onSee={onSee} />
            {seen?.clause === clause.path && <Structure clause={clause} review={review} />}
            <Commitments of={byClause.get(clause.path) ?? []} review={review} seen={seen} onSee={onSee} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function ClauseLine({ clause, open, onSee }: { clause: DraftClause; open: boolean; onSee: (seen: Seen) => void }) {
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) bringIntoSight(line.current)
  }, [open])
  return (
    <button
      ref={line}
      type="button"
      className={`tree-line paper-text${clause.heading ? ' heading' : ''}`}
      aria-current={open || undefined}
      data-clause-open={open || undefined}
      onClick={() => onSee({ clause: clause.path, commitment: null })}
    >
      <b>{clause.label}</b> {clause.text}
    </button>
  )
}

type CommitmentsProps = { of: DraftCommitment[]; review: Review; seen: Seen | null; onSee: (seen: Seen) => void }

function Commitments({ of, review, seen, onSee }: CommitmentsProps) {
  if (of.length === 0) return null
  return (
    <ul className="plain-list commitments">
      {of.map((commitment, at) => (
        <CommitmentCard
          key={commitment.id}
          commitment={commitment}
          alone={of.length === 1}
          last={at === of.length - 1}
          review={review}
          lit={seen?.commitment === commitment.id}
          onSee={() => onSee({ clause: commitment.clause, commitment: commitment.id })}
        />
      ))}
    </ul>
  )
}

/** What is ours to say about a clause: whether it only heads what follows, and under which it hangs. */
function Structure({ clause, review }: { clause: DraftClause; review: Review }) {
  const { reading, mend } = review
  const parents = possibleParents(reading.clauses, clause.path)
  return (
    <details className="structure">
      <summary>{t('programmes.clause-structure')}</summary>
      <label className="choice">
        <input
          type="checkbox"
          checked={clause.heading}
          onChange={event => mend({ kind: 'heading', path: clause.path, heading: event.target.checked })}
        />
        {t('programmes.clause-heading')}
      </label>
      <label className="field">
        <span className="field-label">{t('programmes.clause-parent')}</span>
        <select
          className="box"
          value={clause.parent ?? ''}
          onChange={event => mend({ kind: 'parent', path: clause.path, parent: event.target.value || null })}
        >
          {parents.map(parent => (
            <option key={parent ?? ''} value={parent ?? ''}>
              {parent ? citeClause(parent) : t('programmes.clause-top')}
            </option>
          ))}
        </select>
      </label>
    </details>
  )
}

/** A clause chosen elsewhere comes to the middle; one that is seen already stays where it is. */
function bringIntoSight(line: HTMLElement | null): void {
  const place = line?.getBoundingClientRect()
  const hiddenAbove = document.querySelector('.ask')?.getBoundingClientRect().bottom ?? 0
  if (place && (place.top < hiddenAbove || place.bottom > innerHeight)) line?.scrollIntoView({ block: 'center' })
}
