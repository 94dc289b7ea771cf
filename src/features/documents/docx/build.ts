import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { PaperProfile } from '../contract.ts'
import { type Layout, layoutOf } from '../layout.ts'
import type { Sheet, SheetAnnex } from '../sheet.ts'
import { bodyOf } from './body.ts'
import { closingOf } from './closing.ts'
import { headOf } from './head.ts'
import { textWidth, twips } from './measures.ts'
import { paperStyles } from './styles.ts'
import { line } from './text.ts'

/** Draws a composed paper as DOCX. Blocks the thread for a while: only workers call it. */
export async function buildDocx(sheet: Sheet, profile: PaperProfile): Promise<Uint8Array> {
  const layout = layoutOf(profile)
  const paper = new Document({
    title: sheet.title,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    styles: paperStyles(layout),
    sections: [mainSection(sheet, layout), ...sheet.annexes.map(annex => annexSection(annex, layout))],
  })
  return new Uint8Array(await Packer.toBuffer(paper))
}

const mainSection = (sheet: Sheet, layout: Layout): ISectionOptions => ({
  ...pageOf(layout, false, sheet.mark),
  children: [...headOf(sheet, layout), ...bodyOf(sheet.blocks, textWidth(layout, false), true), ...closingOf(sheet, layout)],
})

const annexSection = (annex: SheetAnnex, layout: Layout): ISectionOptions => ({
  ...pageOf(layout, annex.landscape, null),
  children: [
    line('AnnexLabel', annex.label),
    line('AnnexTitle', annex.title),
    line('AnnexReference', annex.reference),
    ...bodyOf(annex.blocks, textWidth(layout, annex.landscape), false),
  ],
})

/** Each part counts its pages from 1 and shows the number from its second page on; the first may carry a mark instead. */
function pageOf({ margins, pageNumber }: Layout, landscape: boolean, mark: string | null): Omit<ISectionOptions, 'children'> {
  const numbered = new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const quiet = new Paragraph({
    style: 'Mark',
    children: mark === null ? [] : [new TextRun({ text: mark, color: '737373', characterSpacing: 20 })],
  })
  return {
    headers: { default: new Header({ children: [numbered] }), first: new Header({ children: [quiet] }) },
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
