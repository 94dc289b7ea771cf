import { citeClause } from '../../../../kernel/cite-clause.ts'
import { longDate, printDate } from '../../../../kernel/dates.ts'
import { shortDigest } from '../../../../kernel/short-digest.ts'
import { capital } from '../../../../kernel/vietnamese.ts'
import { type Block, type Issue, type Paper, paperOf, paragraph, profileOf, sectionLabel } from '../../../documents/index.ts'
import { citeProgramme } from '../../cite-programme.ts'
import type { Change } from '../contract.ts'
import type { LoadedAmendment, LoadedConsolidated } from './load.ts'

/** The amendment as a paper to be signed: a programme of the same kind that amends the earlier one (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function amendmentPaper(loaded: LoadedAmendment): Paper {
  const { amendment, programme, issuers } = loaded
  const names = issuers.map(party => party.name).join(' và ')
  const issue = issueOf(loaded, {
    date: amendment.signedOn,
    mark: amendment.state === 'signed' || amendment.state === 'agreed' ? null : 'DỰ THẢO',
    code: amendment.state === 'shared' ? shortDigest(amendment.digest) : null,
  })
  const heading = (number: number, text: string): Block => ({
    kind: 'heading',
    level: 1,
    label: sectionLabel(profileOf(issue), number),
    text,
  })
  const [number = null, symbol = symbolOf(loaded, issue)] = amendment.number ? split(amendment.number) : []
  return paperOf('joint-programme', issue, {
    ...(symbol ? { symbol } : {}),
    number,
    typeName: capital(programme.kind),
    subject: ['Sửa đổi, bổ sung một số nội dung của', citeProgramme(programme)],
    bases: [`Căn cứ ${citeProgramme(programme)}`],
    blocks: [
      paragraph(
        `${capital(asReason(amendment.reason))}, ${names} thống nhất sửa đổi, bổ sung một số nội dung của ${citeProgramme(programme)} như sau:`,
      ),
      heading(1, 'Nội dung sửa đổi, bổ sung'),
      ...amendment.changes.flatMap((change, at) => changeBlocks(change, at + 1, loaded)),
      heading(2, 'Tổ chức thực hiện'),
      item('1.', `Nội dung sửa đổi, bổ sung này có hiệu lực kể từ ${longDate(amendment.effectiveOn)}.`),
      item('2.', `Các nội dung khác của ${citeProgramme(programme)} không thay đổi.`),
    ],
    recipients: loaded.recipients.length > 0 ? loaded.recipients : [...issuers.map(party => party.name), 'Lưu: VT'],
  })
}

const item = (label: string, text: string): Block => ({ kind: 'paragraph', level: 2, label, runs: [{ text }] })

/** A reason as the beginning of a sentence. */
function asReason(reason: string): string {
  const words = reason.replace(/\s+/g, ' ').replace(/[\s.;,]+$/u, '')
  return /^(?:để|do|vì|nhằm|căn cứ|thực hiện|trên cơ sở|sau khi|theo|xét|qua)(?!\p{L})/iu.test(words)
    ? words
    : `vì lý do: ${words}`
}

/** "09/CTrPH-MTTQ-SDTTG": the number and what stands behind its stroke. */
function split(number: string): [string, string] {
  const cut = /[/-]/.exec(number)?.index ?? number.length
  return [number.slice(0, cut), number.slice(cut + 1)]
}

function changeBlocks(change: Change, number: number, { labels }: LoadedAmendment): Block[] {
  const label = `${number}.`
  const cite = citeClause(change.path)
  if (change.kind === 'repeal') return [item(label, `Bãi bỏ ${cite}.`)]
  if (change.kind === 'replace')
    return [item(label, `Sửa đổi ${cite} như sau:`), ...quoted(`${labels[change.path] ?? ''} ${change.text}`)]
  const place = change.after
    ? `vào sau ${citeClause(change.after)}`
    : change.parent
      ? `vào đầu ${citeClause(change.parent)}`
      : 'vào đầu văn bản'
  return [item(label, `Bổ sung ${namedLabel(change.label)} ${place} như sau:`), ...quoted(`${change.label} ${change.text}`)]
}

/** "mục 1a"; a dash is called one. */
const namedLabel = (label: string): string =>
  /[\p{L}\d]/u.test(label) ? `mục ${label.replace(/[.)]+$/u, '')}` : 'một gạch đầu dòng'

const quoted = (text: string): Block[] => {
  const lines = text.trim().split('\n')
  return lines.map((line, at) => paragraph(`${at === 0 ? '“' : ''}${line}${at === lines.length - 1 ? '”' : ''}`))
}

/** The form of the day of signing, else of today; the place is that of the programme. */
const issueOf = ({ issuers, programme, signer, today }: LoadedAmendment, facts: Partial<Issue>): Issue => ({
  bodies: issuers.map(party => ({
    ...party,
    place: programme.place ?? party.place,
    signer: signer?.bodyId === party.bodyId ? signer : null,
  })),
  day: facts.date ?? today,
  ...facts,
})

/** A state paper goes on with the programme's own symbol. */
const symbolOf = ({ programme }: LoadedAmendment, issue: Issue): string | null =>
  programme.number && profileOf(issue) === 'nd30' ? split(programme.number)[1] : null

/** The consolidated text to be read from, with its notes at the end (Pháp lệnh 01/2012/UBTVQH13). It carries no signature. */
export function consolidatedPaper(loaded: LoadedConsolidated): Paper {
  const { amendment, programme, text } = loaded
  const number = programme.number && split(programme.number)[0]
  const issue = issueOf(loaded, { date: programme.date, number, mark: 'ĐỂ TRA CỨU' })
  const symbol = symbolOf(loaded, issue)
  return paperOf('joint-programme', issue, {
    ...(symbol ? { symbol } : {}),
    typeName: 'Văn bản hợp nhất',
    subject: [programme.title, `(hợp nhất đến ngày ${printDate(amendment.effectiveOn)}, để tra cứu)`],
    blocks: [
      ...text.clauses.map(clauseBlock),
      { kind: 'heading', level: 1, label: '', text: 'Ghi chú' },
      ...text.notes.map(note => item(`[${note.number}]`, note.text)),
    ],
    signatures: [],
  })
}

function clauseBlock({ label, text, heading, state, note, parent }: LoadedConsolidated['text']['clauses'][number]): Block {
  const mark = note === null ? '' : `[${note}]`
  if (state === 'repealed') return { kind: 'paragraph', level: 2, label, runs: [{ text: `${mark} (được bãi bỏ)`, italic: true }] }
  if (heading && parent === null) return { kind: 'heading', level: 1, label, text: `${text}${mark && ` ${mark}`}` }
  const runs = [{ text, bold: heading }, ...(mark ? [{ text: ` ${mark}` }] : [])]
  return { kind: 'paragraph', level: heading ? 2 : 3, label, runs }
}
