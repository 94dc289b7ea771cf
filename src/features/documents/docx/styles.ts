import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { Layout } from '../layout.ts'
import { halfPoints, points, twips } from './measures.ts'

export const font = 'Times New Roman'

type Shape = { size: number; bold?: boolean; italics?: boolean; underline?: object }
type Place = Omit<NonNullable<IParagraphStyleOptions['paragraph']>, 'spacing'> & {
  before?: number
  after?: number
  line?: number
}

/** One named style; `line` is an exact height in points, absent for single lines. */
const style = (id: string, name: string, { size, ...run }: Shape, { before = 0, after = 0, line, ...place }: Place) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { ...run, size: halfPoints(size) },
  paragraph: {
    ...place,
    spacing: {
      before: points(before),
      after: points(after),
      ...(line ? { line: points(line), lineRule: LineRuleType.EXACT } : {}),
    },
  },
})

const centred = { alignment: AlignmentType.CENTER } as const

function headStyles({ head, title, letter, addressing, annex, body }: Layout): IParagraphStyleOptions[] {
  return [
    style('Parent', 'Cơ quan chủ quản', { size: head.parentSize }, centred),
    style('Issuer', 'Cơ quan ban hành', { size: head.bodySize, bold: true }, centred),
    style('Banner', 'Quốc hiệu, tiêu ngữ', { size: head.bodySize, bold: true }, centred),
    style('Number', 'Số, ký hiệu', { size: head.numberSize }, { ...centred, before: 8 }),
    style('PlaceDate', 'Địa danh, thời gian', { size: head.dateSize, italics: true }, { ...centred, before: 8 }),
    style('TypeName', 'Tên loại', { size: title.typeSize, bold: true }, { ...centred, before: 14, outlineLevel: 9 }),
    style('Subject', 'Trích yếu', { size: title.subjectSize, bold: true }, centred),
    style(
      'About',
      'Trích yếu công văn',
      { size: letter.subjectSize, italics: letter.italic },
      { ...centred, before: letter.gap },
    ),
    style('Urgency', 'Độ khẩn', { size: letter.subjectSize }, centred),
    style('Addressee', 'Kính gửi', { size: addressing.size }, {}),
    style(
      'Decree',
      'Thẩm quyền ban hành',
      { size: body.size, bold: true },
      { ...centred, before: body.gap + 2, after: 2, keepNext: true },
    ),
    style('AnnexLabel', 'Phụ lục', { size: annex.labelSize, bold: true }, { ...centred, outlineLevel: 0 }),
    style('AnnexTitle', 'Tên phụ lục', { size: annex.titleSize, bold: true }, centred),
    style('AnnexReference', 'Kèm theo', { size: 14, italics: true }, { ...centred, after: 10 }),
  ]
}

function bodyStyles({ body, basesItalic, table, figureTable }: Layout): IParagraphStyleOptions[] {
  const { size, gap } = body
  const indent = { firstLine: twips(body.indent) }
  const text = { alignment: AlignmentType.JUSTIFIED, indent, before: gap, line: body.lineHeight } as const
  const headed = { indent, before: gap, line: body.lineHeight, keepNext: true } as const
  return [
    style('Basis', 'Căn cứ', { size, italics: basesItalic }, text),
    style('Text', 'Lời văn', { size }, text),
    style('Clause2', 'Khoản', { size }, text),
    style('Clause3', 'Điểm', { size }, text),
    style('Clause4', 'Gạch đầu dòng', { size }, text),
    style('Heading1', 'heading 1', { size, bold: true }, { ...headed, outlineLevel: 0 }),
    style('Heading2', 'heading 2', { size, bold: true }, { ...headed, outlineLevel: 1 }),
    style('Heading3', 'heading 3', { size }, { ...headed, outlineLevel: 2 }),
    style('Caption', 'caption', { size: table.size, bold: true }, { ...centred, before: 6, after: 5, keepNext: true }),
    style('Figure', 'Hình', { size: table.size }, { ...centred, before: 8, keepNext: true }),
    style('FigureTitle', 'Tên hình', { size: table.size, bold: true }, { ...centred, before: 2, after: 5 }),
    style('FigureHead', 'Đầu bảng của hình', { size: figureTable.size, bold: true }, { ...centred, before: 1, after: 1 }),
    style('FigureText', 'Bảng của hình', { size: figureTable.size }, { before: 1, after: 1 }),
    style('TableHead', 'Đầu bảng', { size: table.size, bold: true }, { ...centred, before: 2, after: 2 }),
    style('TableText', 'Nội dung bảng', { size: table.size }, { before: 2, after: 2 }),
  ]
}

function closingStyles({ signature, recipients, pageNumber }: Layout): IParagraphStyleOptions[] {
  const label = recipients.labelStyle === 'underlined' ? { underline: {} } : { bold: true, italics: true }
  return [
    style('Signer', 'Quyền hạn, chức vụ', { size: signature.size, bold: true }, { ...centred, keepNext: true }),
    style('SignerName', 'Họ tên người ký', { size: signature.size, bold: true }, { ...centred, before: signature.space }),
    style('RecipientsLabel', 'Nơi nhận', { size: recipients.labelSize, ...label }, { keepNext: true }),
    style('Recipient', 'Danh sách nơi nhận', { size: recipients.size }, {}),
    style('PageNumber', 'Số trang', { size: pageNumber.size }, centred),
    style('Mark', 'Dấu dự thảo', { size: 11 }, {}),
  ]
}

/** The named styles of a profile; Vietnamese names, so that officers find them in Word. */
export const paperStyles = (layout: Layout): IStylesOptions => ({
  default: {
    document: { run: { font, size: halfPoints(layout.body.size), language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
  },
  paragraphStyles: [...headStyles(layout), ...bodyStyles(layout), ...closingStyles(layout)],
})
