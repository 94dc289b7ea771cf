import type { Editor } from '@tiptap/core'
import type { FigureDesk } from './figure-field.ts'

/** How many figures say another number now than when they were last taken over into the text. */
export function movedIn(editor: Editor, faceOf: FigureDesk['faceOf']): number {
  let count = 0
  editor.state.doc.descendants(node => {
    if (node.type.name === 'figure' && faceOf(node.attrs['id'], node.attrs['seen']).moved) count += 1
  })
  return count
}

/** Takes the numbers of now over into the text, so that no mark of a change stays on them. */
export function takeOver(editor: Editor, faceOf: FigureDesk['faceOf']): void {
  const { tr, doc } = editor.state
  doc.descendants((node, pos) => {
    if (node.type.name !== 'figure') return
    const { moved, text } = faceOf(node.attrs['id'], node.attrs['seen'])
    if (moved) tr.setNodeAttribute(pos, 'seen', text)
  })
  if (tr.docChanged) editor.view.dispatch(tr)
}
