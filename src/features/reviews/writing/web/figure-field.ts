import { mergeAttributes, Node } from '@tiptap/core'
import { t } from '../../../../ui/messages/index.ts'

/** How a figure looks now: its words, whether they have moved since it was last taken over, whether they hide its number, whether a side disputes it, whether it is open. */
export type FigureFace = { text: string; moved: boolean; untold: boolean; disputed: boolean; open: boolean }
/** `faceOf` is told the words that stand in the text. */
export type FigureDesk = { faceOf: (id: string, seen: string) => FigureFace; open: (id: string) => void }

type Options = { desk: FigureDesk; redraw: Set<() => void> }

/** A figure in the text: one sign that cannot be typed into. Its number comes from the records, never from the text. */
export const FigureField = Node.create<Options>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({
    desk: { faceOf: (_id, text) => ({ text, moved: false, untold: false, disputed: false, open: false }), open: () => {} },
    redraw: new Set(),
  }),
  addAttributes: () => ({ id: { default: '' }, seen: { default: '' } }),
  parseHTML: () => [
    { tag: 'span[data-figure]', getAttrs: element => ({ id: element.dataset['figure'] ?? '', seen: element.textContent }) },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-figure': node.attrs['id'] }),
    String(node.attrs['seen']),
  ],
  addNodeView() {
    const { desk, redraw } = this.options
    return ({ node }) => {
      let { id, seen } = node.attrs as { id: string; seen: string }
      const dom = document.createElement('button')
      dom.type = 'button'
      dom.contentEditable = 'false'
      let shown = ''
      const draw = () => {
        const face = desk.faceOf(id, seen)
        const looks = JSON.stringify([face, seen])
        // In a long text a thousand fields that are drawn anew with every stroke hold up the typing.
        if (looks === shown) return
        shown = looks
        dom.className = face.moved ? 'figure moved' : 'figure'
        dom.disabled = face.untold
        dom.setAttribute('aria-expanded', String(face.open))
        dom.setAttribute('aria-label', labelOf(face, seen))
        dom.replaceChildren(
          face.text,
          ...(face.disputed ? [mark('?')] : []),
          ...(face.moved ? [mark(t('writing.was', { text: seen }))] : []),
        )
      }
      dom.addEventListener('click', () => desk.open(id))
      draw()
      redraw.add(draw)
      return {
        dom,
        update: next => {
          if (next.type.name !== 'figure') return false
          ;({ id, seen } = next.attrs as { id: string; seen: string })
          draw()
          return true
        },
        destroy: () => void redraw.delete(draw),
        ignoreMutation: () => true,
      }
    }
  },
})

const labelOf = ({ text, moved, untold, disputed }: FigureFace, seen: string): string => {
  if (moved) return t('writing.figure-moved', { text, seen })
  if (untold) return text
  return t(disputed ? 'reviews.figure-disputed' : 'reviews.figure-open', { text })
}

function mark(text: string): HTMLElement {
  const sup = document.createElement('sup')
  sup.textContent = text
  return sup
}
