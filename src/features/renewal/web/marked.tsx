import './marked.css'
import type { Span } from '../overlap.ts'

/** A text with what it has in common with another one marked. */
export const Marked = ({ text, common }: { text: string; common: readonly Span[] }) => (
  <>
    {pieces(text, common).map(piece =>
      piece.common ? (
        <mark className="in-both" key={piece.from}>
          {piece.words}
        </mark>
      ) : (
        <span key={piece.from}>{piece.words}</span>
      ),
    )}
  </>
)

/** The text cut where what it has in common with the other begins and ends. */
function pieces(text: string, common: readonly Span[]): { from: number; words: string; common: boolean }[] {
  const ends = [...common, { from: text.length, to: text.length }]
  return ends
    .flatMap(({ from, to }, at) => {
      const before = ends[at - 1]?.to ?? 0
      return [
        { from: before, words: text.slice(before, from), common: false },
        { from, words: text.slice(from, to), common: true },
      ]
    })
    .filter(piece => piece.words !== '')
}
