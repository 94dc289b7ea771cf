import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { t } from '../../../../ui/messages/index.ts'
import { FIGURE_SIGN, type Range, typedNumbers } from '../typed-numbers.ts'

/** What compiling tells; null while it is not known, and nothing is marked. */
type Marking = { told: string | null; marks: DecorationSet; count: number }
const key = new PluginKey<Marking>('typed-numbers')

/** Marks numbers that were typed by hand; nothing of it stands in the text. */
export const TypedMarks = Extension.create({
  name: 'typed-marks',
  addProseMirrorPlugins: () => [
    new Plugin<Marking>({
      key,
      state: {
        init: (_config, { doc }) => markingOf(doc, null),
        apply: (tr, before) => {
          const told = (tr.getMeta(key) as string | undefined) ?? before.told
          return tr.docChanged || told !== before.told ? markingOf(tr.doc, told) : before
        },
      },
      props: { decorations: state => key.getState(state)?.marks },
    }),
  ],
})

export function tellTyped({ view }: Editor, told: string): void {
  if (key.getState(view.state)?.told !== told) view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))
}

/** How many are marked. */
export const typedIn = ({ state }: Editor): number => key.getState(state)?.count ?? 0

function markingOf(doc: Node, told: string | null): Marking {
  const found: Decoration[] = []
  if (told !== null)
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true
      for (const { from, to } of rangesIn(node, told))
        found.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: 'typed-number', title: t('writing.typed-number') }))
      return false
    })
  return { told, marks: DecorationSet.create(doc, found), count: found.length }
}

/** A block that has not changed is the same node: it is read once. */
const read = new WeakMap<Node, { told: string; ranges: Range[] }>()
function rangesIn(node: Node, told: string): Range[] {
  const known = read.get(node)
  if (known?.told === told) return known.ranges
  const ranges = typedNumbers(node.textBetween(0, node.content.size, undefined, FIGURE_SIGN), told)
  read.set(node, { told, ranges })
  return ranges
}
