import { childrenOf, type Element, findChild, isOn, valueOf } from './xml.ts'

/** A reference to a list: `numId` "0" takes the paragraph out of any list; a null part is not stated here. */
export type ListPlace = { numId: string | null; level: number | null }

/** What a style, or a run itself, says of letters; null where it says nothing. */
export type Look = { font: string | null; hidden: boolean | null; caps: boolean | null }

export type Styles = {
  /** The list of a paragraph style, its own or inherited, and the style that states it. */
  listOf: (styleId: string | null) => (ListPlace & { styleId: string }) | null
  lookOf: (styleId: string | null) => Look
  /** The look of text that no style touches. */
  base: Look
  defaultParagraph: string | null
  /** Whether a table style, its own or inherited, draws lines. */
  hasBorders: (styleId: string | null) => boolean
}

/** The longest chain of styles that is followed; a circle ends here too. */
const LONGEST_CHAIN = 30

/** @param root the root of styles.xml, null where the document has none */
export const readStyles = (root: Element | null): Styles => {
  const styles = new Map(childrenOf(root ?? undefined, 'w:style').map(style => [style.attributes['w:styleId'] ?? '', style]))
  const chain = (styleId: string | null): Element[] => {
    const found: Element[] = []
    for (let id = styleId; id !== null && found.length < LONGEST_CHAIN; ) {
      const style = styles.get(id)
      if (!style) break
      found.push(style)
      id = valueOf(style, 'w:basedOn')
    }
    return found
  }
  const defaults = findChild(findChild(findChild(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  return {
    listOf: styleId => {
      for (const style of chain(styleId)) {
        const place = readListPlace(findChild(style, 'w:pPr'))
        if (place?.numId) return { ...place, styleId: style.attributes['w:styleId'] ?? '' }
      }
      return null
    },
    lookOf: styleId => mergeLooks(chain(styleId).map(style => readLook(findChild(style, 'w:rPr')))),
    base: readLook(defaults),
    defaultParagraph: findDefault(styles),
    hasBorders: styleId => chain(styleId).some(style => drawsLines(findChild(findChild(style, 'w:tblPr'), 'w:tblBorders'))),
  }
}

const findDefault = (styles: ReadonlyMap<string, Element>): string | null => {
  for (const [id, { attributes }] of styles) {
    if (attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? '')) return id
  }
  return null
}

export const readListPlace = (properties: Element | undefined): ListPlace | null => {
  const list = findChild(properties, 'w:numPr')
  if (!list) return null
  const level = valueOf(list, 'w:ilvl')
  return { numId: valueOf(list, 'w:numId'), level: level === null ? null : Number(level) }
}

export const readLook = (properties: Element | undefined): Look => {
  const fonts = findChild(properties, 'w:rFonts')?.attributes
  return {
    font: fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'] ?? null,
    hidden: isOn(properties, 'w:vanish'),
    caps: isOn(properties, 'w:caps'),
  }
}

/** The first look that says something wins. */
export const mergeLooks = (looks: readonly Look[]): Look => ({
  font: looks.find(look => look.font !== null)?.font ?? null,
  hidden: looks.find(look => look.hidden !== null)?.hidden ?? null,
  caps: looks.find(look => look.caps !== null)?.caps ?? null,
})

/** Whether any border of a table or cell is visible. */
export const drawsLines = (borders: Element | undefined): boolean =>
  childrenOf(borders).some(border => !/^(?:nil|none)$/.test(border.attributes['w:val'] ?? 'none'))
