import { useEffect, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DraftReading, Mend } from '../contract.ts'
import { type Ask, openAsks } from '../rules.ts'
import { AskField, isAnsweredInPlace } from './ask-field.tsx'
import { citedWords } from './ask-words.ts'
import type { ReadDraft } from './import-review.tsx'
import type { Seen } from './review-board.tsx'
import type { Review } from './use-review.ts'

type AsksProps = { draft: ReadDraft; review: Review; onSee: (seen: Seen) => void }

/** The open questions one by one, with one key each. */
export function ReviewAsks({ draft, review, onSee }: AsksProps) {
  const asks = openAsks(review.reading)
  const [at, setAt] = useState(0)
  const current = asks[Math.min(at, asks.length - 1)]
  const step = (by: number) =>
    setAt(place => (asks.length === 0 ? 0 : (Math.min(place, asks.length - 1) + by + asks.length) % asks.length))
  const place = current?.at ?? ''
  const commitment = current ? commitmentOf(current) : null
  const accept = () => current?.proposal && review.mend(current.proposal)
  const edit = () => {
    if (!current) return
    if (place) onSee({ clause: place, commitment })
    requestAnimationFrame(() => focusOn(current))
  }
  useAskKeys({ accept, edit, step, undo: review.undo })
  useEffect(() => {
    if (place) onSee({ clause: place, commitment })
  }, [place, commitment, onSee])
  if (!current) return <p className="message">{t('programmes.review-all-answered')}</p>
  return (
    // A new element for each question: a click that began on one never answers the next.
    <section key={current.key} className="card padded ask" aria-live="polite" aria-label={t('programmes.review-title')}>
      <p className="quiet small">
        {t('programmes.review-question', { at: Math.min(at, asks.length - 1) + 1, count: asks.length })}
        {current.blocks && ` · ${t('programmes.review-must')}`}
        {current.at && ` · ${citeClause(current.at)}`}
      </p>
      <p className="ask-words">{wordsOf(current, review.reading)}</p>
      <div className="row">
        <AskField ask={current} draft={draft} review={review} />
        <Answers ask={current} reading={review.reading} mend={review.mend} />
        {!isAnsweredInPlace(current) && (
          <Button onClick={edit}>
            {t('programmes.review-mend')} <kbd>S</kbd>
          </Button>
        )}
        {asks.length > 1 && (
          <Button look="plain" onClick={() => step(1)}>
            {t('programmes.review-next')} <kbd>→</kbd>
          </Button>
        )}
      </div>
      <p className="quiet small no-phone">{t('programmes.review-keys')}</p>
    </section>
  )
}

const commitmentOf = (ask: Ask): string | null => (ask.code === 'target' ? (ask.key.split(':')[1] ?? null) : null)

function wordsOf(ask: Ask, reading: DraftReading): string {
  if (ask.code === 'read')
    return citedWords(
      ask.ask ?? '',
      reading.clauses.map(clause => clause.path),
    )
  if (ask.code === 'effective')
    return ask.data['date']
      ? t('programmes.ask-effective', { date: String(ask.data['date']) })
      : t('programmes.ask-effective-unknown')
  if (ask.code === 'lead')
    return ask.data['name'] ? t('programmes.ask-lead', { name: ask.data['name'] }) : t('programmes.ask-lead-unknown')
  if (ask.code === 'party') return t('programmes.ask-party', { name: ask.data['name'] ?? '' })
  if (ask.code === 'target') return t('programmes.ask-target', { target: ask.data['target'] ?? '' })
  if (ask.code === 'reporting')
    return t('programmes.ask-reporting', { profile: t(`programmes.reporting-${reading.reporting.profile}`) })
  if (ask.code === 'scanned')
    return ask.data['words'] ? t('programmes.ask-scanned-doubts', { words: ask.data['words'] }) : t('programmes.ask-scanned')
  return t(`programmes.ask-${ask.code}`)
}

/** What Enter does stands on the main button in words. */
function Answers({ ask, reading, mend }: { ask: Ask; reading: DraftReading; mend: (mend: Mend) => void }) {
  const { proposal } = ask
  if (!proposal) return null
  const perYear = ask.code === 'target' ? yearly(ask, reading) : null
  return (
    <>
      <Button look="main" onClick={() => mend(proposal)}>
        {acceptWords(ask)} <kbd>Enter</kbd>
      </Button>
      {perYear && <Button onClick={() => mend(perYear)}>{t('programmes.ask-target-year')}</Button>}
    </>
  )
}

function acceptWords(ask: Ask): string {
  if (ask.code === 'number') return t('programmes.ask-no-number')
  if (ask.code === 'place') return t('programmes.ask-leave-empty')
  if (ask.code === 'target') return t('programmes.ask-target-term')
  if (ask.code === 'effective' && ask.data['date']) return printDate(String(ask.data['date']))
  if (ask.code === 'scanned') return t('programmes.ask-scanned-same')
  return t('programmes.review-accept')
}

function yearly(ask: Ask, reading: DraftReading): Mend | null {
  const [, id = '', place = ''] = ask.key.split(':')
  const targets = reading.commitments.find(commitment => commitment.id === id)?.targets
  if (!targets) return null
  const change = { targets: targets.map((target, at) => (at === Number(place) ? { ...target, per: 'year' } : target)) }
  return { kind: 'commitment', id, change }
}

/** The control that answers an ask carries its key; the words of a commitment open its editor first. */
function focusOn(ask: Ask): void {
  const [code, id] = ask.key.split(':')
  const named = code === 'party' ? ask.key : ask.code === 'scanned' ? 'scanned' : code
  const place = document.querySelector<HTMLElement>(`[data-ask="${named}"]`)
  const field = place?.matches('input, select, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('input, select, textarea, button')
  if (field) {
    field.scrollIntoView({ block: 'center' })
    field.focus()
    return
  }
  document.querySelector<HTMLElement>(id ? `[data-edit="${id}"]` : '[data-clause-open] button')?.focus()
}

type Keys = { accept: () => void; edit: () => void; step: (by: number) => void; undo: () => void }

const IN_USE = 'input, select, textarea, button, a, summary, dialog, [contenteditable]'

/** One key each, except where the focus is in a control that needs the key itself. */
function useAskKeys({ accept, edit, step, undo }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.isComposing || event.altKey || target?.closest(IN_USE)) return
      const withCtrl = event.ctrlKey || event.metaKey
      const deed = withCtrl
        ? { z: undo }[event.key]
        : { Enter: accept, s: edit, S: edit, ArrowRight: () => step(1), ArrowLeft: () => step(-1) }[event.key]
      if (!deed) return
      event.preventDefault()
      deed()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
