import type { Look } from './book.ts'

/** A look with what its value asks for: days print as days. */
type Drawn = Look & { day?: boolean }

export type Styles = { indexOf: (look: Drawn) => number; xml: () => string }

const FONT = 'Times New Roman'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DATE_FORMAT = 164

/** Numbers looks as they are met; the part of the workbook that says them is written last. */
export function createStyles(): Styles {
  const [fonts, formats] = [createList(), createList()]
  fonts.indexOf(fontXml({}))
  formats.indexOf(formatXml({}, 0))
  return {
    indexOf: look => formats.indexOf(formatXml(look, fonts.indexOf(fontXml(look)))),
    xml: () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="${MAIN}">` +
      `<numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="dd/mm/yyyy"/></numFmts>` +
      part('fonts', fonts.entries) +
      part('fills', FILLS) +
      part('borders', BORDERS) +
      part('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      part('cellXfs', formats.entries) +
      `${part('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`,
  }
}

/** The first two fills are the program's own. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/></patternFill></fill>',
]
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const BORDERS = [
  '<border><left/><right/><top/><bottom/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`,
]

const fontXml = ({ bold, italic, size = 12 }: Drawn): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><name val="${FONT}"/><family val="1"/></font>`

/** 3 is the program's own #,##0. */
function formatXml(look: Drawn, font: number): string {
  const format = look.day ? DATE_FORMAT : look.format === 'whole' ? 3 : 0
  const [fill, border] = [look.shaded ? 2 : 0, look.border ? 1 : 0]
  // Figures keep off the line, so that they do not run into the next column.
  const indent = look.border && look.align === 'right' ? ' indent="1"' : ''
  const horizontal = look.align ? ` horizontal="${look.align}"${indent}` : ''
  const place = `<alignment${horizontal} vertical="${look.middle ? 'center' : 'top'}"${look.wrap ? ' wrapText="1"' : ''}/>`
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}>${place}</xf>`
}

const part = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join('')}</${name}>`

function createList() {
  const entries: string[] = []
  const places = new Map<string, number>()
  return {
    entries,
    indexOf(entry: string): number {
      const place = places.get(entry) ?? entries.push(entry) - 1
      places.set(entry, place)
      return place
    },
  }
}
