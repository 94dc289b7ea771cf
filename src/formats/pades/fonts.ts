import type { Pdf } from './pdf.ts'
import { type Dict, dictOf, listOf, nameOf, type Value } from './values.ts'

/** How words of a font are measured: how many bytes a letter takes, and how wide it is (of the size). */
export type Font = { bytes: 1 | 2; widthOf: (code: number) => number }

/** Of the fonts that every reader has and files do not measure. */
const USUAL = 0.5
const PLAIN: Font = { bytes: 1, widthOf: () => USUAL }

export const noFont = (): Font => PLAIN

/** The font of this name; one that cannot be measured counts each byte as a letter. */
export const fontOf = (pdf: Pdf, resources: Dict | null, name: Value | undefined): Font => {
  const font = dictOf(pdf.get(dictOf(pdf.get(resources, 'Font')), nameOf(name) ?? ''))
  if (!font) return PLAIN
  if (nameOf(pdf.get(font, 'Subtype')) !== 'Type0') return simple(pdf, font)
  // Other tables of codes mix letters of one and of two bytes.
  return nameOf(pdf.get(font, 'Encoding'))?.startsWith('Identity-') ? composite(pdf, font) : PLAIN
}

const simple = (pdf: Pdf, font: Dict): Font => {
  const [first, widths] = [Number(pdf.get(font, 'FirstChar')), listOf(pdf.get(font, 'Widths'))]
  // Glyphs of type 3 are drawn to a measure of their own.
  const own = nameOf(pdf.get(font, 'Subtype')) === 'Type3' ? Number(pdf.resolve(listOf(pdf.get(font, 'FontMatrix'))[0])) : 0.001
  return { bytes: 1, widthOf: code => measured(pdf.resolve(widths[code - first]), own) ?? USUAL }
}

const composite = (pdf: Pdf, font: Dict): Font => {
  const below = dictOf(pdf.resolve(listOf(pdf.get(font, 'DescendantFonts'))[0]))
  const otherwise = measured(pdf.get(below, 'DW'), 0.001) ?? 1
  const list = listOf(pdf.get(below, 'W')).map(one => pdf.resolve(one))
  const [single, ranges] = [new Map<number, Value>(), [] as [from: number, to: number, width: Value][]]
  // "first [width…]" or "first last width" (ISO 32000-1, 9.7.4.3).
  for (let at = 0; at + 1 < list.length; ) {
    const [first, next] = [Number(list[at]), list[at + 1]!]
    if (Array.isArray(next)) for (const [nth, width] of next.entries()) single.set(first + nth, pdf.resolve(width))
    else ranges.push([first, Number(next), list[at + 2] ?? null])
    at += Array.isArray(next) ? 2 : 3
  }
  const widthOf = (code: number) => single.get(code) ?? ranges.find(([from, to]) => from <= code && code <= to)?.[2]
  return { bytes: 2, widthOf: code => measured(widthOf(code), 0.001) ?? otherwise }
}

const measured = (width: Value | undefined, unit: number): number | null =>
  typeof width === 'number' && Number.isFinite(width * unit) ? width * unit : null
