import { printSymbols } from '../../symbols.ts'
import { formatNumber } from './number-formats.ts'
import type { ListPlace, Styles } from './styles.ts'
import { childrenOf, type Element, findChild, isOn, valueOf } from './xml.ts'

type Level = {
  start: number
  format: string
  /** "%1.%2." with the numbers of the levels. */
  text: string
  /** Every number of the label in arabic digits. */
  legal: boolean
  /** 0: never begins anew; n: begins anew after level n (counted from 1); null: after any higher level. */
  restart: number | null
  suffix: string
  styleId: string | null
}

type List = { abstractId: string; levels: ReadonlyMap<number, Level>; startAnew: ReadonlyMap<number, number> }

export type Numbering = {
  /**
   * The printed label of the next paragraph of a list, with the blank behind it; '' where it prints none. Counting goes on
   * from call to call, in document order.
   */
  nextLabel: (numId: string, level: number) => string
  /** The level that is bound to a paragraph style. */
  levelOfStyle: (numId: string, styleId: string) => number | null
}

const DEEPEST_LEVEL = 8

/** @param root the root of numbering.xml, null where the document has none */
export const readNumbering = (root: Element | null, styles: Styles): Numbering => {
  const lists = readLists(root, styles)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const countersOf = (numId: string, list: List): (number | undefined)[] => {
    const counts = counters.get(list.abstractId) ?? []
    counters.set(list.abstractId, counts)
    if (!begun.has(numId)) for (const level of list.startAnew.keys()) counts[level] = undefined
    begun.add(numId)
    return counts
  }
  return {
    nextLabel: (numId, level) => {
      const list = lists.get(numId)
      const own = list?.levels.get(Math.min(level, DEEPEST_LEVEL))
      if (!list || !own) return ''
      const counts = countersOf(numId, list)
      count(counts, level, list)
      const label = printLabel(own, level, counts, list)
      return label && own.suffix !== 'nothing' ? `${label} ` : label
    },
    levelOfStyle: (numId, styleId) => {
      for (const [level, { styleId: bound }] of lists.get(numId)?.levels ?? []) if (bound === styleId) return level
      return null
    },
  }
}

const startOf = (list: List, level: number): number => list.startAnew.get(level) ?? list.levels.get(level)?.start ?? 1

/** ISO 29500-1, 17.9.11 (lvlRestart): deeper levels begin anew, unless they say otherwise. */
const count = (counts: (number | undefined)[], level: number, list: List): void => {
  const before = counts[level]
  counts[level] = before === undefined ? startOf(list, level) : before + 1
  for (let deeper = level + 1; deeper <= DEEPEST_LEVEL; deeper++) {
    const restart = list.levels.get(deeper)?.restart ?? null
    if (restart === null || level < restart) counts[deeper] = undefined
  }
}

const printLabel = (own: Level, level: number, counts: readonly (number | undefined)[], list: List): string => {
  if (own.format === 'bullet') return own.text
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const named = Number(digit) - 1
    const format = list.levels.get(named)?.format ?? 'decimal'
    const number = named > level ? 0 : (counts[named] ?? startOf(list, named))
    return formatNumber(number, own.legal && format !== 'none' ? 'decimal' : format)
  })
}

const readLists = (root: Element | null, styles: Styles): Map<string, List> => {
  const abstracts = new Map(childrenOf(root ?? undefined, 'w:abstractNum').map(a => [a.attributes['w:abstractNumId'] ?? '', a]))
  const nums = new Map(childrenOf(root ?? undefined, 'w:num').map(num => [num.attributes['w:numId'] ?? '', num]))
  const findAbstract = (numId: string): Element | undefined => abstracts.get(valueOf(nums.get(numId), 'w:abstractNumId') ?? '')
  const lists = new Map<string, List>()
  for (const [numId, num] of nums) {
    const named = findAbstract(numId)
    // A list may borrow its levels from a list style.
    const borrowed = styles.listOf(valueOf(named, 'w:numStyleLink'))?.numId
    const abstract = (borrowed ? findAbstract(borrowed) : undefined) ?? named
    if (abstract) lists.set(numId, readList(num, abstract))
  }
  return lists
}

const readList = (num: Element, abstract: Element): List => {
  const levels = new Map(childrenOf(abstract, 'w:lvl').map(readLevel))
  const startAnew = new Map<number, number>()
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = Number(override.attributes['w:ilvl'] ?? 0)
    const own = findChild(override, 'w:lvl')
    if (own) levels.set(level, readLevel(own)[1])
    const start = valueOf(override, 'w:startOverride')
    if (start !== null) startAnew.set(level, Number(start))
  }
  return { abstractId: abstract.attributes['w:abstractNumId'] ?? '', levels, startAnew }
}

const readLevel = (level: Element): [number, Level] => {
  const format = valueOf(level, 'w:numFmt') ?? 'decimal'
  const text = valueOf(level, 'w:lvlText') ?? ''
  const restart = valueOf(level, 'w:lvlRestart')
  const fonts = findChild(findChild(level, 'w:rPr'), 'w:rFonts')?.attributes
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format,
      text: format === 'bullet' ? printBullet(text, fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '') : text,
      legal: isOn(level, 'w:isLgl') ?? false,
      restart: restart === null ? null : Number(restart),
      suffix: valueOf(level, 'w:suff') ?? 'tab',
      styleId: valueOf(level, 'w:pStyle'),
    },
  ]
}

/** Bullets of the sign fonts stand as plain letters or in the private area; both mean the same sign. */
export const printBullet = (text: string, font: string): string =>
  printSymbols(
    /^(?:Symbol|Wingdings)/i.test(font)
      ? text.replace(/[\u0021-\u00ff]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xf000))
      : text,
  )

/** Where a paragraph stands in a list: what it says itself, and what its style says; null where in none. */
export const findListPlace = (
  own: ListPlace | null,
  styleId: string | null,
  styles: Styles,
  numbering: Numbering,
): { numId: string; level: number } | null => {
  const inherited = styles.listOf(styleId)
  const numId = own?.numId ?? inherited?.numId ?? null
  if (numId === null || numId === '0') return null
  const bound = own?.numId
    ? null
    : inherited && (numbering.levelOfStyle(numId, styleId ?? '') ?? numbering.levelOfStyle(numId, inherited.styleId))
  return { numId, level: own?.level ?? bound ?? inherited?.level ?? 0 }
}
