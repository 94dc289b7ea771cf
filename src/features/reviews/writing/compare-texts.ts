import { diffParts } from '../../../kernel/diff-words.ts'
import { textOf } from '../compiling/phrases.ts'
import type { CompiledBlock } from '../contract.ts'

/** A line that differs; null where it is in one of the texts only. `under` is the heading it stands under. */
export type LineChange = { under: string; before: string | null; after: string | null }

/** What differs between two texts of a review, line by line in the order of the later one, with the figures in the words of their day. */
export function compareTexts(before: readonly CompiledBlock[], after: readonly CompiledBlock[]): LineChange[] {
  const [old, now] = [before.flatMap(linesOf), after.flatMap(linesOf)]
  const changes: LineChange[] = []
  let [i, j, under] = [0, 0, '']
  let gone: string[] = []
  let come: string[] = []
  const settle = () => {
    changes.push(...paired(gone, come).map(change => ({ under, ...change })))
    gone = []
    come = []
  }
  for (const { kind, text } of diffParts(textsOf(old), textsOf(now))) {
    const line = kind === 'old' ? old[i]! : now[j]!
    if (kind === 'same' || line.heading) settle()
    if (line.heading) under = text
    if (kind === 'old') gone.push(text)
    if (kind === 'new') come.push(text)
    i += kind === 'new' ? 0 : 1
    j += kind === 'old' ? 0 : 1
  }
  settle()
  return changes
}

type Line = { text: string; heading: boolean }
const textsOf = (lines: readonly Line[]) => lines.map(line => line.text)

function linesOf(block: CompiledBlock): Line[] {
  const said = (text: string): Line => ({ text, heading: false })
  if (block.kind === 'heading') return [{ text: `${block.label} ${block.text}`.trim(), heading: true }]
  if (block.kind === 'table') return block.rows.map(row => said(row.map(textOf).join(' | ')))
  const lead = block.lead ? `${block.lead}: ` : ''
  if (block.kind === 'sentence') return [said(`${block.dash ? '- ' : ''}${lead}${textOf(block.pieces)}`)]
  return block.text.split('\n').flatMap((line, at) => (line === '' ? [] : [said(`${at === 0 ? lead : ''}${line}`)]))
}

/** Lines that went and lines that came at the same place, side by side where they say much the same. */
function paired(gone: readonly string[], come: readonly string[]): Omit<LineChange, 'under'>[] {
  const left = [...gone]
  const changes = come.map(after => {
    const at = left.findIndex(before => alike(before, after))
    return { before: at < 0 ? null : left.splice(at, 1)[0]!, after }
  })
  return [...left.map(before => ({ before, after: null })), ...changes]
}

/** Whether at least two words of five are shared. */
function alike(a: string, b: string): boolean {
  const [words, others] = [new Set(a.split(/\s+/)), b.split(/\s+/)]
  const shared = others.filter(word => words.has(word)).length
  return shared * 5 >= Math.max(words.size, others.length) * 2
}
