import {
  Document,
  Footer,
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
    sections: [mainSection(sheet, layout), ...sheet.annexes.map(annex => annexSection(annex, sheet.code, layout))],
  })
  return new Uint8Array(await Packer.toBuffer(paper))
}

const mainSection = (sheet: Sheet, layout: Layout): ISectionOptions => ({
  ...pageOf(layout, { landscape: false, mark: sheet.mark, code: sheet.code }),
  children: [...headOf(sheet, layout), ...bodyOf(sheet.blocks, textWidth(layout, false), true), ...closingOf(sheet, layout)],
})

const annexSection = (annex: SheetAnnex, code: string | null, layout: Layout): ISectionOptions => ({
  ...pageOf(layout, { landscape: annex.landscape, mark: null, code }),
  children: [
    line('AnnexLabel', annex.label),
    line('AnnexTitle', annex.title),
    line('AnnexReference', annex.reference),
    ...bodyOf(annex.blocks, textWidth(layout, annex.landscape), false),
  ],
})

type PageMarks = { landscape: boolean; mark: string | null; code: string | null }

/** Each part counts its pages from 1 and shows the number from its second page on; the first may carry a mark instead. */
function pageOf({ margins, pageNumber }: Layout, { landscape, mark, code }: PageMarks): Omit<ISectionOptions, 'children'> {
  const numbered = new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const quiet = new Paragraph({
    style: 'Mark',
    children: mark === null ? [] : [new TextRun({ text: mark, color: '737373', characterSpacing: 20 })],
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

/** Which content this is, and how many pages the whole paper has. */
const footOf = (code: string): Footer => {
  const look = { color: '595959', size: 20 }
  const pages = new TextRun({ children: [`${code} · Văn bản gồm `, PageNumber.TOTAL_PAGES, ' trang'], ...look })
  return new Footer({ children: [new Paragraph({ children: [pages] })] })
}
