import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type SampleParts = { body: string; numbering?: string; styles?: string; footnotes?: string; header?: string }

const root = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${W}" xmlns:mc="${MC}" xmlns:v="urn:schemas-microsoft-com:vml">${content}</w:${name}>`

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships>${targets.map(([kind, target]) => `<Relationship Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

/** Packs WordprocessingML as a DOCX, for tests of the reader. */
export const packSample = ({ body, numbering = '', styles = '', footnotes = '', header = '' }: SampleParts): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8(relations([['officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(
      relations([
        ['numbering', 'numbering.xml'],
        ['styles', 'styles.xml'],
        ['footnotes', 'footnotes.xml'],
        ['header', 'header1.xml'],
      ]),
    ),
    'word/document.xml': strToU8(root('document', `<w:body>${body}</w:body>`)),
    'word/numbering.xml': strToU8(root('numbering', numbering)),
    'word/styles.xml': strToU8(root('styles', styles)),
    'word/footnotes.xml': strToU8(root('footnotes', footnotes)),
    'word/header1.xml': strToU8(root('hdr', header)),
  })

/** A run of text; `properties` is the inside of its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph; `properties` is the inside of its `w:pPr`. Text without a tag becomes a run. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content && !content.startsWith('<') ? run(content) : content}</w:p>`

/** A paragraph of a list. */
export const item = (text: string, numId: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)

/** A level of an abstract list. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

export const abstractList = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`

export const list = (numId: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`
