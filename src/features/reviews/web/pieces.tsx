import { t } from '../../../ui/messages/index.ts'
import type { Sentence } from './types.ts'

export type FigureProps = {
  open: string
  onFigure: ((id: string) => void) | null
  moved: ReadonlySet<string>
  disputed: ReadonlySet<string>
}

/** A sentence whose figures open the records behind them; a figure that moved after the freezing bears a star, one that a side disputes a question mark. What is untold opens nothing. */
export const Pieces = ({ pieces, figures }: { pieces: Sentence; figures: FigureProps }) =>
  pieces.map((piece, at) => {
    if (typeof piece === 'string') return typeof pieces[at - 1] === 'object' ? piece.replace(CLOSING_MARK, '') : piece
    const next = pieces[at + 1]
    const mark = typeof next === 'string' ? CLOSING_MARK.exec(next)?.[0] : undefined
    return (
      <span key={`${piece.figure} ${at}`} className={piece.untold ? undefined : 'unbroken'}>
        {piece.untold ? piece.text : <Figure id={piece.figure} text={piece.text} figures={figures} />}
        {mark}
      </span>
    )
  })

/** A comma or full stop belongs to the figure before it: no line begins with it. */
const CLOSING_MARK = /^[.,;:)]+/

function Figure({ id, text, figures: { open, onFigure, moved, disputed } }: { id: string; text: string; figures: FigureProps }) {
  const star = moved.has(id) ? <sup>*</sup> : null
  const asked = disputed.has(id) ? <sup className="no-print">?</sup> : null
  if (!onFigure) {
    return (
      <b>
        {text}
        {star}
        {asked}
      </b>
    )
  }
  return (
    <button
      type="button"
      className="figure"
      aria-expanded={open === id}
      aria-label={t(star ? 'reviews.figure-moved' : asked ? 'reviews.figure-disputed' : 'reviews.figure-open', { text })}
      onClick={() => onFigure(open === id ? '' : id)}
    >
      {text}
      {star}
      {asked}
    </button>
  )
}
