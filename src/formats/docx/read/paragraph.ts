import { findListPlace } from './numbering.ts'
import type { Reading } from './reading.ts'
import { readRuns } from './runs.ts'
import { readListPlace } from './styles.ts'
import { type Element, findChild, isOn, valueOf } from './xml.ts'

/** What a paragraph prints: its label and text, and the text boxes anchored in it; null where it prints nothing by itself. */
export type PrintedParagraph = { text: string; boxes: Element[] }

export const readParagraph = (paragraph: Element, reading: Reading): PrintedParagraph | null => {
  const properties = findChild(paragraph, 'w:pPr')
  const mark = findChild(properties, 'w:rPr')
  const styleId = valueOf(properties, 'w:pStyle') ?? reading.styles.defaultParagraph
  const { text, boxes } = readRuns(paragraph, reading.styles.lookOf(styleId), reading)
  const whole = reading.held + text
  if (findChild(mark, 'w:ins') || findChild(mark, 'w:del')) reading.odd.add('tracked-changes')
  if (findChild(mark, 'w:del') || findChild(mark, 'w:moveFrom')) {
    reading.held = whole
    return null
  }
  reading.held = ''
  // A paragraph whose mark is hidden and that shows nothing is not there, nor counted in its list.
  if (!whole && isOn(mark, 'w:vanish')) return null
  const place = findListPlace(readListPlace(properties), styleId, reading.styles, reading.numbering)
  const label = place ? reading.numbering.nextLabel(place.numId, place.level) : ''
  const pageBefore = isOn(properties, 'w:pageBreakBefore') ? '\f' : ''
  return { text: pageBefore + label + whole, boxes }
}
