import { ImportedXmlComponent, Paragraph } from 'docx'
import type { Drawing, Mark } from '../chart.ts'
import { font } from './styles.ts'

/** DrawingML counts in English metric units: 12,700 to the point. */
const emu = (points: number): number => Math.round(points * 12_700)
const grey = (shade: number): string =>
  Math.round(shade * 255)
    .toString(16)
    .padStart(2, '0')
    .repeat(3)
    .toUpperCase()
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const SPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

/** In the column, between what stands above and below: LibreOffice shows no words in a group that stands in a line. */
const ANCHOR =
  'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>76200</wp:posOffset></wp:positionV>'

/** A drawing as a group of Word's own shapes: sharp at any size, and to be changed in Word. `id` is its number within the paper. */
export const figureOf = ({ width, height, marks, description }: Drawing, id: number): Paragraph => {
  const size = `cx="${emu(width)}" cy="${emu(height)}"`
  const shapes = marks.map((mark, at) => shapeOf(mark, id * 1000 + at + 1)).join('')
  const xml = `<w:r ${SPACES}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor ${ANCHOR}<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="${id * 1000}" name="Hình ${id}" descr="${escaped(description)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
  const paragraph = new Paragraph({ style: 'Figure', keepNext: true })
  paragraph.addChildElement(ImportedXmlComponent.fromXmlString(xml))
  return paragraph
}

function shapeOf(mark: Mark, id: number): string {
  const named = `<wps:cNvPr id="${id}" name="${id}"/>`
  if (mark.kind === 'line') return lineShape(mark, named)
  const [height, look] =
    mark.kind === 'bar'
      ? [mark.height, `<a:solidFill><a:srgbClr val="${grey(mark.shade)}"/></a:solidFill><a:ln><a:noFill/></a:ln>`]
      : [mark.size * 1.3, '<a:noFill/><a:ln><a:noFill/></a:ln>']
  const box = `<a:xfrm><a:off x="${emu(mark.x)}" y="${emu(mark.y)}"/><a:ext cx="${emu(mark.width)}" cy="${emu(height)}"/></a:xfrm>`
  const words = mark.kind === 'text' ? `${textBox(mark)}${INSETS}` : '<wps:bodyPr/>'
  const kind = mark.kind === 'text' ? '<wps:cNvSpPr txBox="1"/>' : '<wps:cNvSpPr/>'
  return `<wps:wsp>${named}${kind}<wps:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${look}</wps:spPr>${words}</wps:wsp>`
}

const INSETS = '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'

const textBox = ({ align, size, text }: Extract<Mark, { kind: 'text' }>): string =>
  `<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>`

function lineShape({ from, to, weight, shade }: Extract<Mark, { kind: 'line' }>, named: string): string {
  const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])]
  const flip = from[1] > to[1] === from[0] < to[0] ? ' flipV="1"' : ''
  const box = `<a:xfrm${flip}><a:off x="${emu(left)}" y="${emu(top)}"/><a:ext cx="${emu(Math.abs(to[0] - from[0]))}" cy="${emu(Math.abs(to[1] - from[1]))}"/></a:xfrm>`
  const stroke = `<a:ln w="${emu(weight)}"><a:solidFill><a:srgbClr val="${grey(shade)}"/></a:solidFill></a:ln>`
  return `<wps:wsp>${named}<wps:cNvCnPr/><wps:spPr>${box}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${stroke}</wps:spPr><wps:bodyPr/></wps:wsp>`
}
