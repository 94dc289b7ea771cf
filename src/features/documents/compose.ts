import { capital } from '../../kernel/vietnamese.ts'
import { closeBlocks, composeBases, composeBlocks, composeList, composeRecipients, upper } from './compose-text.ts'
import type { Annex, Paper, SignatureBlock, Urgency } from './contract.ts'
import { dateInWords, dateLine } from './date-line.ts'
import { type Layout, layoutOf } from './layout.ts'
import { numberAndSymbol, numberLine } from './number-line.ts'
import type { IssuerLine, Sheet, SheetAnnex, SignatureCell } from './sheet.ts'
import { nameLines, titleLines } from './title-lines.ts'

/** Makes every printed line of a paper by the rules of its profile. Pure; both renderers draw what it returns. */
export function composePaper(raw: Paper): Sheet {
  const paper = printable(raw)
  const layout = layoutOf(paper.profile)
  return {
    language: paper.language,
    title: [paper.typeName, ...paper.subject].filter(part => part !== '').join(' '),
    author: paper.bodies.map(body => body.name).join(', '),
    mark: paper.mark,
    code: paper.code ? `Mã đối chiếu: ${paper.code}` : null,
    head: {
      issuers: issuerLines(paper, layout),
      number: numberLine(paper.profile, paper.number, paper.symbol),
      date: dateLine(paper.place, paper.date, paper.year),
      about: isLetter(paper) ? aboutLines(paper.subject, layout) : [],
    },
    urgency: paper.urgency ? { word: paper.urgency, width: URGENCY_WIDTHS[paper.urgency] } : null,
    circulation: paper.circulation ? upper(paper.circulation) : null,
    typeName: upper(paper.typeName),
    subject: isLetter(paper) ? [] : subjectLines(paper, layout),
    addressing: addressing(paper, layout),
    decree: paper.decree ? { authority: upper(paper.decree.authority), word: `${upper(paper.decree.word)}:` } : null,
    bases: composeBases(paper.profile, paper.bases),
    blocks: closeBlocks(composeBlocks(paper.blocks, chartWidth(layout, false)), layout.endMark),
    signatures: signatureRows(paper.signatures, layout),
    joint: paper.signatures.length > 1,
    recipients: composeRecipients(paper.recipients, layout.recipients.separator),
    annexes: paper.annexes.map(annex => composeAnnex(annex, paper, layout)),
  }
}

/** NFC, without the characters that no XML and no font can hold. Works on every text of the paper. */
function printable(paper: Paper): Paper {
  return JSON.parse(JSON.stringify(paper, (_, value: unknown) => (typeof value === 'string' ? printableText(value) : value)))
}

/** Control, format, private and unassigned code points; a line break is the only one kept. */
const unprintable = /[^\P{C}\n]|\ufffc/gu

const printableText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n\u00a0\ufeff]/g, ' ')
    .replace(unprintable, '')
    .normalize('NFC')

/** The bodies at the top left, names longer than their column parted. */
function issuerLines(paper: Paper, layout: Layout): IssuerLine[] {
  const { share, parentSize, bodySize } = layout.head
  const column = widthOf(layout, false) * share
  const parted = (line: IssuerLine) => partedName(line.text, line.role === 'parent' ? parentSize : bodySize, column)
  return wholeIssuers(paper, layout).map(line => ({ ...line, text: parted(line) }))
}

/**
 * State papers stand bodies under one another, each under its parent, a shared parent once;
 * Party papers join the names of a joint paper on one line, the lead first (HD 05, 2.1.5).
 */
function wholeIssuers({ bodies }: Paper, layout: Layout): IssuerLine[] {
  const parents = [...new Set(bodies.map(body => body.parent))]
  const shared = parents.length === 1 ? parents[0] : null
  const shareLine: IssuerLine[] = shared ? [{ text: upper(shared), role: 'parent', starts: false }] : []
  if (layout.head.joint === 'joined') {
    const names = bodies.map(body => upper(bodies.length === 1 ? under(body) : body.name)).join(' - ')
    return [...shareLine, { text: names, role: 'body', starts: false }]
  }
  const own = bodies.flatMap(({ name, parent }, index): IssuerLine[] => {
    const lines: IssuerLine[] = [{ text: upper(name), role: 'body', starts: false }]
    if (parent && !shared) lines.unshift({ text: upper(parent), role: 'parent', starts: false })
    return lines.map((line, nth) => ({ ...line, starts: index > 0 && nth === 0 }))
  })
  return [...shareLine, ...own]
}

/** Under its parent a body of the Party does not say it again: "Tỉnh ủy Sơn Hà" stands above "Ban Tuyên giáo và Dân vận". */
function under({ name, parent }: Paper['bodies'][number]): string {
  const said = parent !== null && name.toLocaleLowerCase('vi').endsWith(` ${parent.toLocaleLowerCase('vi')}`)
  return said ? name.slice(0, -parent.length - 1) : name
}

/** Millimetres; the box is 8 high (NĐ 30, Phụ lục I, II.10). */
const URGENCY_WIDTHS: Record<Urgency, number> = { KHẨN: 20, 'THƯỢNG KHẨN': 40, 'HỎA TỐC': 30 }

const isLetter = ({ typeName }: Paper): boolean => typeName === ''

const subjectLines = ({ subject }: Paper, layout: Layout): string[] =>
  subject.flatMap(line => titleLines(line, layout.title.subjectSize, widthOf(layout, false)))

/** "V/v chuyển kiến nghị" by NĐ 30; the Party names the matter alone (HD 36, 1.5). */
function aboutLines([first = '', ...rest]: string[], { letter }: Layout): string[] {
  const matter = first.replace(/^(?:V\/v|Về việc)\s+/iu, '')
  if (matter === '' && rest.length === 0) return []
  return [letter.prefix === '' ? capital(matter) : letter.prefix + matter, ...rest]
}

/** "Kính gửi"; on a Tờ trình of the Party "Kính trình" (HD 05). Several names stand under one another, each closed. */
function addressing({ addressees, profile, typeName }: Paper, layout: Layout): Sheet['addressing'] {
  if (addressees.length === 0) return null
  const toSuperior = profile === 'hd05' && upper(typeName) === 'TỜ TRÌNH'
  const names = addressees.length === 1 ? addressees : composeList(addressees, layout.addressing.separator)
  return { salutation: toSuperior ? 'Kính trình' : 'Kính gửi', names }
}

/** The lead at the right, the second at its left, further ones two to a line (HD 05, 7.1.4g). */
function signatureRows(blocks: SignatureBlock[], layout: Layout): Sheet['signatures'] {
  const joint = blocks.length > 1
  const [lead, second, ...further] = blocks.map(block => signatureCell(block, joint, layout))
  if (!lead) return []
  const rows: Sheet['signatures'] = [[second ?? null, lead]]
  for (let at = 0; at < further.length; at += 2) rows.push([further[at] ?? null, further[at + 1] ?? null])
  return rows
}

/**
 * On a joint paper each signer's body is named: after "TM. …", which speaks for a body, else after the position.
 * Under an authority the Party prints the position in regular capitals. Names longer than their half are parted.
 */
function signatureCell({ authority, position, body, name }: SignatureBlock, joint: boolean, layout: Layout): SignatureCell {
  const onBehalf = authority !== null && /^t[./]?m\b/iu.test(authority)
  const named = [authority, position].some(line => line && upper(line).includes(upper(body)))
  const ownBody = joint && body !== '' && !named ? [body] : []
  const positionBold = authority === null || layout.signature.positionBold
  const lines = [
    ...[authority?.split('\n') ?? [], onBehalf ? ownBody : []].flat().map(text => ({ text, bold: true })),
    ...[position, onBehalf ? [] : ownBody].flat().map(text => ({ text, bold: positionBold })),
  ]
  const half = widthOf(layout, false) / 2
  const parted = (text: string) => partedName(upper(text), layout.signature.size, half)
  return { lines: lines.filter(line => line.text !== '').map(line => ({ ...line, text: parted(line.text) })), name }
}

/** Points between the margins. */
const widthOf = ({ margins }: Layout, landscape: boolean): number =>
  (((landscape ? 297 : 210) - margins.left - margins.right) / 25.4) * 72

/** Points of a column that stay white at its edges. */
const CELL_MARGINS = 9

/** A name in its column, parted here so that every renderer parts it alike. */
const partedName = (text: string, size: number, column: number): string => nameLines(text, size, column - CELL_MARGINS).join('\n')

/** Less a little for what stands at the edges. */
const chartWidth = (layout: Layout, landscape: boolean): number => Math.floor(widthOf(layout, landscape)) - 12

/** The line that ties an annex to its paper: "(Kèm theo Báo cáo số 05/BC-… ngày … của …)". */
function composeAnnex(annex: Annex, paper: Paper, layout: Layout): SheetAnnex {
  const { profile, number, symbol, date, year, typeName, bodies } = paper
  const named = typeName || 'Công văn'
  const type = named.charAt(0).toLocaleUpperCase('vi') + named.slice(1).toLocaleLowerCase('vi')
  const issuers = bodies.map(body => body.name).join(' và ')
  const reference = `(Kèm theo ${type} số ${numberAndSymbol(profile, number, symbol)} ${dateInWords(date, year)} của ${issuers})`
  return {
    ...annex,
    title: upper(annex.title),
    reference,
    blocks: composeBlocks(annex.blocks, chartWidth(layout, annex.landscape)),
  }
}
