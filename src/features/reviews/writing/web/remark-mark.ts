import { type Editor, Mark } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** The place in the text that a remark is about. */
export const RemarkMark = Mark.create({
  name: 'remark',
  inclusive: false,
  addAttributes: () => ({ id: { default: '' } }),
  renderHTML: ({ HTMLAttributes }) => ['mark', { class: 'remark', 'data-remark': String(HTMLAttributes['id']) }, 0],
})

/** Ids of the remarks whose places stand in the text, in its order. */
export function remarksIn(doc: Node): string[] {
  const found = new Set<string>()
  doc.descendants(node => {
    for (const mark of node.marks) if (mark.type.name === 'remark') found.add(String(mark.attrs['id']))
  })
  return [...found]
}

type Place = { from: number; to: number; quote: string; figures: boolean }

/** Where a remark can be made: words of one paragraph or cell. `figures`: a field is among them. Null where nothing fits. */
export function placeIn(editor: Editor): Place | null {
  const { from, to, empty, $from, $to } = editor.state.selection
  if (empty || !$from.sameParent($to)) return null
  let figures = false
  editor.state.doc.nodesBetween(from, to, node => {
    if (node.type.name === 'figure') figures = true
  })
  const quote = wordsAt(editor, from, to)
  return quote.trim() === '' || quote.length > LONGEST_QUOTE ? null : { from, to, quote, figures }
}

const wordsAt = (editor: Editor, from: number, to: number): string =>
  editor.state.doc.textBetween(from, to, ' ', node => String(node.attrs['seen'] ?? ''))

/** Where the words that a remark was begun on stand now: still chosen, or where they stood. Null where they have moved or changed. */
export function standsAt(editor: Editor, place: Place): Place | null {
  const chosen = placeIn(editor)
  if (chosen?.quote === place.quote) return chosen
  const { from, to } = place
  return to <= editor.state.doc.content.size && wordsAt(editor, from, to) === place.quote ? place : null
}

const LONGEST_QUOTE = 2000

/** Takes the mark of a remark off the text. */
export function unmark(editor: Editor, remarkId: string): void {
  const { tr, doc } = editor.state
  doc.descendants((node, pos) => {
    const mark = node.marks.find(one => one.type.name === 'remark' && one.attrs['id'] === remarkId)
    if (mark) tr.removeMark(pos, pos + node.nodeSize, mark)
  })
  if (tr.docChanged) editor.view.dispatch(tr)
}
