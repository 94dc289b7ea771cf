import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

const COLUMNS = 3

/** Puts a table of a head and one row below the line where one writes. */
export function addTable(editor: Editor): boolean {
  const row = { type: 'row', content: Array.from({ length: COLUMNS }, () => ({ type: 'cell' })) }
  const { $from } = editor.state.selection
  return editor
    .chain()
    .insertContentAt($from.after(1), { type: 'table', content: [row, row] })
    .focus($from.after(1) + 3)
    .run()
}

/** On to the next cell; after the last one a new row. False outside of a table. */
export function nextCell(editor: Editor): boolean {
  const { state, view } = editor
  const { $from } = state.selection
  if ($from.depth < 3 || $from.parent.type.name !== 'cell') return false
  const [row, table] = [$from.node(2), $from.node(1)]
  const last = $from.index(2) === row.childCount - 1
  const tr = state.tr
  if (last && $from.index(1) === table.childCount - 1) {
    const { cell } = state.schema.nodes
    tr.insert(
      $from.after(2),
      row.type.create(
        null,
        row.children.map(() => cell!.create()),
      ),
    )
  }
  // Out of this cell and into the next; over a row's end two more.
  const next = $from.after(3) + (last ? 3 : 1)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, next)).scrollIntoView())
  return true
}

/** Takes the row out in which one writes, with the last row the table. False outside of a table. */
export function dropRow(editor: Editor): boolean {
  const { $from } = editor.state.selection
  if ($from.parent.type.name !== 'cell') return false
  const depth = $from.node(1).childCount > 1 ? 2 : 1
  editor.view.dispatch(editor.state.tr.delete($from.before(depth), $from.after(depth)))
  return true
}
