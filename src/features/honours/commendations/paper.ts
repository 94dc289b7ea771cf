import type { ReadDb } from '../../../engine/db/database.ts'
import type { Export } from '../../../engine/feature.ts'
import type { KeyStore } from '../../../engine/keys/key-store.ts'
import type { QueryContext } from '../../../engine/query.ts'
import { longDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getBody, leaderOf } from '../../agencies/index.ts'
import {
  annexLabel,
  type Block,
  decidingAuthority,
  decisionPaper,
  type Issue,
  paperOf as issuedPaper,
  type Paper,
  type PaperTable,
  profileOf,
  renderDocx,
  renderPdf,
  symbolFor,
} from '../../documents/index.ts'
import { FORMS } from './forms.ts'
import { openNames, type SealedLine, sealedNames } from './names.ts'
import { KEEP, whyNotKeep } from './rules.ts'
import { type Commendation, getCommendation, type Line, linesOf } from './store.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

type Body = Awaited<ReturnType<typeof getBody>>
type Loaded = {
  round: Commendation
  lines: Line[]
  sealed: SealedLine[]
  body: Body
  signer: Awaited<ReturnType<typeof leaderOf>>
}
export type Opened = Omit<Loaded, 'sealed'> & { names: Record<string, string> }

/** Who was commended by a decision, their names still sealed, for a keeper of the round. */
export async function loadList({ db, acting }: QueryContext, id: string): Promise<Loaded> {
  const round = await getCommendation(db, id)
  refuseIf(whyNotKeep(acting, round))
  // No list of names before the decision.
  if (round.decisionDate === null) throw new Refusal('not-found', { what: 'file' })
  return withNames(
    db,
    round,
    (await linesOf(db, id)).filter(line => line.chosen),
  )
}

/** The lines as a paper prints them, names still sealed. */
export async function withNames(db: ReadDb, round: Commendation, lines: Line[]): Promise<Loaded> {
  const sealed = (await sealedNames(db, round.id)).filter(one => lines.some(line => line.id === one.lineId))
  // A list without names that are still kept, by another unit, is none.
  const kept = (line: Line) => line.sort === 'individual' && line.forgottenOn === null
  if (lines.filter(kept).length > sealed.length) throw new Refusal('commendations.names-elsewhere')
  return { round, lines, sealed, body: await getBody(db, round.bodyId), signer: await leaderOf(db, round.bodyId) }
}

export const openList = async (keys: KeyStore, { sealed, ...loaded }: Loaded): Promise<Opened> => ({
  ...loaded,
  names: await openNames(keys, sealed),
})

const FORGOTTEN = '(đã xóa theo thời hạn lưu)'

export const nameOf = (line: Line, names: Opened['names']): string => line.collective ?? names[line.id] ?? FORGOTTEN

type Listed = Pick<Opened, 'lines' | 'names'>

/** Name and workplace of each, collectives first; money and certificate where there are some. */
function listTable({ lines, names }: Listed): Block {
  const sum = lines.reduce((all, line) => all + (line.amount ?? 0), 0)
  const certified = lines.some(line => line.certificate)
  const more = [certified, sum > 0]
  const shown = <Part>(plain: readonly Part[], certificate: Part, money: Part): Part[] => [
    ...plain,
    ...[certificate, money].filter((_, at) => more[at]),
  ]
  const rows = lines.map((line, at) => ({
    cells: shown(
      [String(at + 1), nameOf(line, names), line.workplace],
      line.certificate ?? '',
      line.amount === null ? '' : printNumber(line.amount),
    ),
  }))
  const total = sum > 0 ? [{ cells: shown(['', 'Cộng', ''], '', printNumber(sum)), total: true }] : []
  return {
    kind: 'table',
    table: {
      caption: null,
      columns: shown<PaperTable['columns'][number]>(
        [
          { title: 'TT', width: 6, align: 'center' },
          { title: 'Tên tập thể, họ và tên cá nhân', width: 34, align: 'left' },
          { title: 'Đơn vị, địa chỉ', width: 30, align: 'left' },
        ],
        { title: 'Số hiệu', width: 14, align: 'left' },
        { title: 'Tiền thưởng (đồng)', width: 16, align: 'right' },
      ),
      rows: [...rows, ...total],
    },
  }
}

const manyOf = (lines: readonly Line[]): string =>
  [
    [lines.filter(line => line.sort === 'collective').length, 'tập thể'] as const,
    [lines.filter(line => line.sort === 'individual').length, 'cá nhân'] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${String(count).padStart(2, '0')} ${word}`)
    .join(' và ')

/** A decision of the keeping body itself: its articles, with the list as its annex. */
export function decisionOf(issue: Issue, opened: Opened): Paper {
  const { round, lines, body, signer } = opened
  const form = FORMS[round.form].name
  const list = {
    label: annexLabel(profileOf(issue), 1, 1),
    title: `Danh sách khen thưởng: ${form}`,
    blocks: [listTable(opened)],
    landscape: false,
  }
  return decisionPaper(issue, {
    subject: [`Về việc khen thưởng: ${round.occasion}`],
    authority: decidingAuthority({ ...body, signer }),
    bases: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      ...(round.submissionDate ? [`Căn cứ Tờ trình số ${round.submissionNumber} ${longDate(round.submissionDate)}`] : []),
    ],
    articles: [
      `Khen thưởng bằng hình thức ${form} đối với ${manyOf(lines)} có tên trong danh sách kèm theo.`,
      'Quyết định này có hiệu lực kể từ ngày ký.',
      'Các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ],
    annexes: [list],
  })
}

/** Where another body has decided, only the list is the keeper's to print, with the decision that it goes with. */
function listFor(issue: Issue, opened: Opened): Paper {
  const { round } = opened
  const decision = `Kèm theo Quyết định số ${round.decisionNumber} ${longDate(round.decisionDate!)} của ${round.issuer}`
  return issuedPaper('list', issue, {
    subject: [`${FORMS[round.form].name}: ${round.occasion}`],
    blocks: [{ kind: 'paragraph', runs: [{ text: `(${decision})`, italic: true }] }, listTable(opened)],
    recipients: ['Lưu: VT'],
  })
}

/** What is printed from the register: the decision with its list, or the list that goes with the decision of another body. */
export function paperOf(opened: Opened): Paper {
  const { round, body, signer } = opened
  const issue: Issue = { bodies: [{ ...body, signer }], day: round.decisionDate!, mark: 'BẢN IN TỪ SỔ KHEN THƯỞNG' }
  const own = round.decisionNumber!.endsWith(symbolFor(profileOf(issue), 'QĐ', [body.symbol]))
  const [number = null] = round.decisionNumber!.split(/[/-]/)
  return own ? decisionOf({ ...issue, number, date: round.decisionDate }, opened) : listFor(issue, opened)
}

export async function printed(paper: Paper, format: string, name: string) {
  const known = format === 'docx' ? 'docx' : 'pdf'
  const bytes = await (known === 'docx' ? renderDocx : renderPdf)(paper)
  return { bytes, mediaType: TYPES[known], fileName: `${name}.${known}` }
}

/** The decision with its list of names, for the keepers, with a reason that stands in the access log. */
export const commendationExport: Export = {
  name: 'commendation-list',
  formats: ['pdf', 'docx'],
  permission: KEEP,
  sensitive: id => ({ kind: 'commendation-names', id }),
  load: loadList,
  unseal: openList,
  render: (opened: Opened, format) => printed(paperOf(opened), format, 'quyet-dinh-khen-thuong'),
}
