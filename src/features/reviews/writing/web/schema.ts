import { Extension, mergeAttributes, Node } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { t } from '../../../../ui/messages/index.ts'
import { nextCell } from './table-cells.ts'

const Whole = Node.create({ name: 'doc', topNode: true, content: 'block+' })
const Words = Node.create({ name: 'text', group: 'inline' })

const given = (names: readonly string[]) => () => Object.fromEntries(names.map(name => [name, { default: null }]))

/** A fixed heading: it stands where it was compiled, and is neither typed nor taken out. */
const Part = Node.create({
  name: 'part',
  group: 'block',
  atom: true,
  selectable: false,
  addAttributes: given(['level', 'label', 'title', 'clausePath', 'section']),
  renderHTML: ({ node }) => [
    ['h3', 'h4', 'h5', 'p'][Number(node.attrs['level']) - 1] ?? 'p',
    {
      class: `part-${node.attrs['level']}`,
      ...(node.attrs['section'] ? { id: `phan-${node.attrs['section']}` } : {}),
      // The title of the page stands right above them.
      ...(Number(node.attrs['level']) < 4 ? { 'aria-level': Number(node.attrs['level']) + 1 } : {}),
    },
    [node.attrs['label'], node.attrs['title']].filter(Boolean).join(' ') + (node.attrs['level'] === 4 ? ':' : ''),
  ],
})

const isDash = (element: HTMLElement): boolean => element.classList.contains('dash')

/** A paragraph; `dash` makes it a line of a list, as papers set one. */
const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    after: { default: null, rendered: false },
    // The part asked from a unit that brought it; a line typed behind it is of whoever types.
    asked: { default: null, rendered: false, keepOnSplit: false },
    dash: {
      default: null,
      parseHTML: (element: HTMLElement) => isDash(element) || null,
      renderHTML: ({ dash }) => (dash ? { class: 'dash' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    // At the start of a line of a list the dash goes first, then the line.
    return {
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection
        if (!empty || $from.parentOffset > 0 || !$from.parent.attrs['dash']) return false
        return this.editor.commands.updateAttributes('paragraph', { dash: null })
      },
      'Mod-Shift-8': () => toggleDash(this.editor),
    }
  },
})

type Editing = {
  isActive: (name: string, attributes: object) => boolean
  commands: { updateAttributes: (name: string, attributes: object) => boolean }
}

export const toggleDash = (editor: Editing): boolean =>
  editor.commands.updateAttributes('paragraph', { dash: editor.isActive('paragraph', { dash: true }) ? null : true })

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'row+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'annex-frame' }, ['table', ['tbody', 0]]],
})
const Row = Node.create({ name: 'row', content: 'cell+', parseHTML: () => [{ tag: 'tr' }], renderHTML: () => ['tr', 0] })
const Cell = Node.create({
  name: 'cell',
  addKeyboardShortcuts() {
    return { Tab: () => nextCell(this.editor), Enter: () => nextCell(this.editor) }
  },
  content: 'inline*',
  isolating: true,
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
})

const partsOf = (transaction: Transaction, which: 'before' | 'doc'): string => {
  const names: string[] = []
  transaction[which].forEach(node => {
    if (node.type.name === 'part') names.push(`${node.attrs['label']} ${node.attrs['title']}`)
  })
  return names.join('\n')
}

/** No change made here touches the fixed headings; what comes over the line is taken as it is. */
const FixedParts = Extension.create({
  name: 'fixed-parts',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: transaction =>
        !transaction.docChanged ||
        transaction.getMeta(ySyncPluginKey) !== undefined ||
        partsOf(transaction, 'before') === partsOf(transaction, 'doc'),
      props: { attributes: { 'aria-label': t('writing.text'), 'aria-multiline': 'true', role: 'textbox' } },
    }),
  ],
})

/** The paragraph stands first among the blocks: it is what an empty place is filled with. */
export const schema = [Whole, Words, Paragraph, Part, Table, Row, Cell, FixedParts]
