import { Editor, Extension } from '@tiptap/core'
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import { FRAGMENT } from '../text.ts'
import { Authorship } from './authorship.ts'
import { type FigureDesk, FigureField } from './figure-field.ts'
import { cleanPasted } from './paste.ts'
import { RemarkMark } from './remark-mark.ts'
import type { Present, Room } from './room.ts'
import { schema } from './schema.ts'
import { TypedMarks } from './typed-marks.ts'

/** The editor of a room in a place of the page. `redraw` shows its figures anew. */
export function openEditor(element: HTMLElement, room: Room, desk: FigureDesk): { editor: Editor; redraw: () => void } {
  const drawings = new Set<() => void>()
  const editor = new Editor({
    element,
    injectCSS: false,
    editorProps: { transformPastedHTML: cleanPasted },
    extensions: [
      ...schema,
      RemarkMark,
      TypedMarks,
      Authorship(room.doc),
      FigureField.configure({ desk, redraw: drawings }),
      together(room),
    ],
  })
  return {
    editor,
    redraw: () => {
      for (const draw of drawings) draw()
    },
  }
}

/** What makes the editor one of many on the same text: the text itself, the others' cursors, and undoing of one's own only. */
const together = ({ doc, provider }: Room) =>
  Extension.create({
    name: 'together',
    priority: 1000,
    addProseMirrorPlugins: () => [
      ySyncPlugin(doc.getXmlFragment(FRAGMENT)),
      yCursorPlugin(provider.awareness!, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }),
      yUndoPlugin(),
    ],
    addKeyboardShortcuts: () => ({
      'Mod-z': ({ editor }) => undo(editor.state),
      'Mod-y': ({ editor }) => redo(editor.state),
      'Shift-Mod-z': ({ editor }) => redo(editor.state),
    }),
  })

/** A cursor bears the shape of its side and the name of who writes. */
function cursorOf(user: Present): HTMLElement {
  const cursor = document.createElement('span')
  cursor.className = `cursor mark-${user.position}`
  const flag = document.createElement('span')
  flag.className = 'cursor-flag'
  flag.textContent = `${SHAPES[user.position - 1] ?? '■'} ${user.name} · ${user.side}`
  cursor.append('\u2060', flag, '\u2060')
  return cursor
}

const SHAPES = ['■', '●', '▲', '◆']

const selectionOf = (user: Present) => ({ class: `selected-by mark-${user.position}` })
