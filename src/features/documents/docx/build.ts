import {
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { PaperProfile } from '../contract.ts'
import { type Layout, layoutOf } from '../layout.ts'
import type { Sheet, SheetAnnex } from '../sheet.ts'
import { bodyOf } from './body.ts'
import { closingOf } from './closing.ts'
import { headOf } from './head.ts'
import { halfPoints, textWidth, twips } from './measures.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import { paperStyles } from './styles.ts'
import { line } from './text.ts'

/** Draws a composed paper as DOCX. Blocks the thread for a while: only workers call it. */
export async function buildDocx(sheet: Sheet, profile: PaperProfile): Promise<Uint8Array> {
  const layout = layoutOf(profile)
  const numbering = createNumbering(twips(layout.body.indent))
  const sections = [
    mainSection(sheet, layout, numbering),
    ...sheet.annexes.map(annex => annexSection(annex, sheet, layout, numbering)),
  ]
  const paper = new Document({
    title: sheet.title,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    styles: paperStyles(layout),
    // A line that is broken by hand in a justified paragraph is not spread over the page.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    numbering: numbering.lists(),
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(paper))
}

const mainSection = (sheet: Sheet, layout: Layout, numbering: Numbering): ISectionOptions => ({
  ...pageOf(layout, { landscape: false, mark: sheet.mark, circulation: sheet.circulation, code: sheet.code }),
  children: [
    ...headOf(sheet, layout),
    ...bodyOf(sheet.blocks, { width: textWidth(layout, false), numbering, signed: true }),
    ...closingOf(sheet, layout),
  ],
})

const annexSection = (annex: SheetAnnex, { code }: Sheet, layout: Layout, numbering: Numbering): ISectionOptions => ({
  ...pageOf(layout, { landscape: annex.landscape, mark: null, circulation: null, code }),
  children: [
    line('AnnexLabel', annex.label),
    line('AnnexTitle', annex.title),
    line('AnnexReference', annex.reference),
    ...bodyOf(annex.blocks, { width: textWidth(layout, annex.landscape), numbering, signed: false }),
  ],
})

type PageMarks = { landscape: boolean; mark: string | null; circulation: string | null; code: string | null }

/** Each part counts its pages from 1 and shows the number from its second page on; the first may carry a mark instead. */
function pageOf(layout: Layout, { landscape, mark, circulation, code }: PageMarks): Omit<ISectionOptions, 'children'> {
  const { margins, pageNumber } = layout
  const numbered = new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const quiet = new Paragraph({
    style: 'Mark',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(layout, landscape) }],
    children: [
      ...(mark === null ? [] : [new TextRun({ text: mark, color: '737373', characterSpacing: 20 })]),
      ...(circulation === null ? [] : circulationRuns(circulation, layout)),
    ],
  })
  return {
    headers: { default: new Header({ children: [numbered] }), first: new Header({ children: [quiet] }) },
    ...(code === null ? {} : { footers: { default: footOf(code), first: footOf(code) } }),
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twips(210),
          height: twips(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(pageNumber.fromTop),
          footer: twips(pageNumber.fromTop),
        },
        pageNumbers: { start: 1 },
      },
    },
  }
}

const circulationRuns = (text: string, { circulation: { size, boxed } }: Layout): TextRun[] => [
  new TextRun({ children: [new Tab()] }),
  new TextRun({
    text: boxed ? `\u00a0${text}\u00a0` : text,
    bold: true,
    size: halfPoints(size),
    ...(boxed ? { border: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } } : {}),
  }),
]

/** Which content this is, and how many pages the whole paper has. */
const footOf = (code: string): Footer => {
  const look = { color: '595959', size: 20 }
  const pages = new TextRun({ children: [`${code} · Văn bản gồm `, PageNumber.TOTAL_PAGES, ' trang'], ...look })
  return new Footer({ children: [new Paragraph({ children: [pages] })] })
}
