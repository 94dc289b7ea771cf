import { t } from '../../../ui/messages/index.ts'
import type { Sentence } from './types.ts'

export type FigureProps = { open: string; onFigure: ((id: string) => void) | null; moved: ReadonlySet<string> }

/** A sentence whose figures open the records behind them; a figure that moved after the freezing bears a star. */
export const Pieces = ({ pieces, figures }: { pieces: Sentence; figures: FigureProps }) =>
  pieces.map((piece, at) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <Figure key={`${piece.figure} ${at}`} id={piece.figure} text={piece.text} figures={figures} />
    ),
  )

function Figure({ id, text, figures: { open, onFigure, moved } }: { id: string; text: string; figures: FigureProps }) {
  const star = moved.has(id) ? <sup>*</sup> : null
  if (!onFigure) {
    return (
      <b>
        {text}
        {star}
      </b>
    )
  }
  return (
    <button
      type="button"
      className="figure"
      aria-expanded={open === id}
      aria-label={t(star ? 'reviews.figure-moved' : 'reviews.figure-open', { text })}
      onClick={() => onFigure(open === id ? '' : id)}
    >
      {text}
      {star}
    </button>
  )
}
