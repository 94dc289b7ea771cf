import type { Export } from '../../../engine/feature.ts'
import type { QueryContext } from '../../../engine/query.ts'
import { longDate, yearOf } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getBody, leaderOf } from '../../agencies/index.ts'
import {
  type Block,
  issuerOf,
  type Paper,
  profileFor,
  renderDocx,
  renderPdf,
  signatureFor,
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
type Opened = Omit<Loaded, 'sealed'> & { names: Record<string, string> }

async function load({ db, acting }: QueryContext, id: string): Promise<Loaded> {
  const round = await getCommendation(db, id)
  refuseIf(whyNotKeep(acting, round))
  // No list of names before the decision.
  if (round.decisionDate === null) throw new Refusal('not-found', { what: 'file' })
  const lines = (await linesOf(db, id)).filter(line => line.chosen)
  const sealed = (await sealedNames(db, id)).filter(one => lines.some(line => line.id === one.lineId))
  return { round, lines, sealed, body: await getBody(db, round.bodyId), signer: await leaderOf(db, round.bodyId) }
}

const FORGOTTEN = '(đã xóa theo thời hạn lưu)'

/** The list that goes with the decision: name, workplace, money and certificate of each, collectives first. */
function listBlocks({ round, lines, names }: Opened): Block[] {
  const rows = lines.map((line, at) => ({
    cells: [
      String(at + 1),
      line.collective ?? names[line.id] ?? FORGOTTEN,
      line.workplace,
      line.certificate ?? '',
      line.amount === null ? '' : printNumber(line.amount),
    ],
  }))
  const sum = lines.reduce((all, line) => all + (line.amount ?? 0), 0)
  const total = sum > 0 ? [{ cells: ['', 'Cộng', '', '', printNumber(sum)], total: true }] : []
  return [
    {
      kind: 'paragraph',
      runs: [
        {
          text: `(Kèm theo Quyết định số ${round.decisionNumber} ${longDate(round.decisionDate!)} của ${round.issuer})`,
          italic: true,
        },
      ],
    },
    {
      kind: 'table',
      table: {
        caption: null,
        columns: [
          { title: 'TT', width: 6, align: 'center' },
          { title: 'Tên tập thể, họ và tên cá nhân', width: 34, align: 'left' },
          { title: 'Đơn vị, địa chỉ', width: 30, align: 'left' },
          { title: 'Số hiệu', width: 14, align: 'left' },
          { title: 'Tiền thưởng (đồng)', width: 16, align: 'right' },
        ],
        rows: [...rows, ...total],
      },
    },
  ]
}

/** The draft of the decision with its list, to be set in the register of its issuer. */
function paperOf(opened: Opened): Paper {
  const { round, lines, body, signer } = opened
  const profile = profileFor(issuerOf(body.kind), round.decisionDate!)
  const counts = [
    [lines.filter(line => line.sort === 'collective').length, 'tập thể'],
    [lines.filter(line => line.sort === 'individual').length, 'cá nhân'],
  ].filter(([count]) => Number(count) > 0)
  const many = counts.map(([count, word]) => `${String(count).padStart(2, '0')} ${word}`).join(' và ')
  const article = (label: string, text: string): Block => ({
    kind: 'paragraph',
    runs: [{ text: `${label}. `, bold: true }, { text }],
  })
  const title = `Danh sách ${FORMS[round.form].name}`
  return {
    profile,
    bodies: [{ name: body.name, parent: body.superior }],
    number: round.decisionNumber!.split(/[/-]/)[0]!,
    symbol: symbolFor(profile, 'QĐ', [body.symbol]),
    place: body.place,
    date: round.decisionDate,
    year: yearOf(round.decisionDate!),
    typeName: 'QUYẾT ĐỊNH',
    subject: [`Về việc khen thưởng: ${round.occasion}`],
    addressees: [],
    bases: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      `Căn cứ Tờ trình số ${round.submissionNumber} ${longDate(round.submissionDate!)}`,
    ],
    blocks: [
      article('Điều 1', `${FORMS[round.form].name}: tặng ${many} có tên trong danh sách kèm theo.`),
      article('Điều 2', 'Quyết định này có hiệu lực kể từ ngày ký.'),
      article(
        'Điều 3',
        'Các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signatures: [signatureFor(body, profile, signer)],
    recipients: ['Như Điều 3', 'Lưu: VT'],
    annexes: [{ label: 'Phụ lục', title, blocks: listBlocks(opened), landscape: false }],
    language: 'vi',
    mark: 'BẢN IN TỪ SỔ KHEN THƯỞNG',
  }
}

/** The decision with its list of names, for the keepers, with a reason that stands in the access log. */
export const commendationExport: Export = {
  name: 'commendation-list',
  formats: ['pdf', 'docx'],
  permission: KEEP,
  sensitive: id => ({ kind: 'commendation-names', id }),
  load,
  unseal: async (keys, { sealed, ...loaded }: Loaded): Promise<Opened> => ({ ...loaded, names: await openNames(keys, sealed) }),
  render: async (opened: Opened, format) => {
    const known = format === 'docx' ? 'docx' : 'pdf'
    const bytes = await (known === 'docx' ? renderDocx : renderPdf)(paperOf(opened))
    return { bytes, mediaType: TYPES[known], fileName: `quyet-dinh-khen-thuong.${known}` }
  },
}
