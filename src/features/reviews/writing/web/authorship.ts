import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { FRAGMENT } from '../text.ts'

/** Yjs client → place of its side. Null where it is not shown. */
export type Writers = Record<string, number> | null

const key = new PluginKey<Writers>('authorship')

/** Shows which side wrote which words, while `writers` are handed in by `showWriters`. */
export const Authorship = (doc: Y.Doc) =>
  Extension.create({
    name: 'authorship',
    addProseMirrorPlugins: () => [
      new Plugin<Writers>({
        key,
        state: {
          init: () => null,
          apply: (tr, before) => (tr.getMeta(key) as Writers | undefined) ?? (tr.getMeta(key) === null ? null : before),
        },
        props: { decorations: state => decorationsOf(state, doc) },
      }),
    ],
  })

export const showWriters = (view: { state: EditorState; dispatch: (tr: EditorState['tr']) => void }, writers: Writers): void =>
  view.dispatch(view.state.tr.setMeta(key, writers).setMeta('addToHistory', false))

function decorationsOf(state: EditorState, doc: Y.Doc): DecorationSet | null {
  const writers = key.getState(state)
  if (!writers) return null
  const found: Decoration[] = []
  let at = 0
  for (const child of doc.getXmlFragment(FRAGMENT).toArray()) at = walk(child as Y.XmlElement | Y.XmlText, at, writers, found)
  // While a change is half drawn the two documents differ by it.
  return at === state.doc.content.size ? DecorationSet.create(state.doc, found) : null
}

const LEAVES = new Set(['part', 'figure'])

/** Walks a type of the shared document as the editor counts places; returns the place after it. */
function walk(node: Y.XmlElement | Y.XmlText, at: number, writers: Record<string, number>, found: Decoration[]): number {
  if (node instanceof Y.XmlText) return walkWords(node, at, writers, found)
  if (LEAVES.has(node.nodeName)) return at + 1
  let inside = at + 1
  for (const child of node.toArray()) inside = walk(child as Y.XmlElement | Y.XmlText, inside, writers, found)
  return inside + 1
}

function walkWords(text: Y.XmlText, from: number, writers: Record<string, number>, found: Decoration[]): number {
  let at = from
  for (let item = text['_start']; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const place = writers[item.id.client]
    if (place) found.push(Decoration.inline(at, at + item.length, { class: `written-by mark-${place}` }))
    at += item.length
  }
  return at
}
