import type { QueryContext } from '../../../engine/query.ts'
import type { Book } from '../../../formats/xlsx/book.ts'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { type Paper, paperOf, paragraph } from '../../documents/index.ts'
import { citeProgramme, partiesByPost } from '../../programmes/index.ts'
import { linesDigest, linesFor } from '../by-post.ts'
import type { ItemFields } from '../contract.ts'
import { fieldsOf, type Proposal, proposalsOf } from '../proposals.ts'
import { type LoadedPapers, loadPapers } from './load.ts'
import { headRow, LOOKS, wide } from './looks.ts'
import { columnsOf, issueOf } from './paper.ts'
import { targetText, timeText } from './words.ts'

export type LoadedLines = LoadedPapers & { lines: Proposal[] }

const TITLES = ['TT', 'Mục', 'Nội dung đang có', 'Nội dung đề nghị', 'Lý do', 'Bên đề nghị'] as const

/** The lines that wait for a party by post. Where several wait for different lines, each has its own code. */
export async function loadLines(context: QueryContext, planId: string): Promise<LoadedLines> {
  const loaded = await loadPapers(context, planId)
  const proposals = await proposalsOf(context.db, planId)
  const byPost = [...(await partiesByPost(context.db, loaded.budget.plan.programmeId))]
  const waiting = byPost.map(bodyId => linesFor(proposals, bodyId)).filter(lines => lines.length > 0)
  const lines = proposals.filter(one => waiting.some(some => some.includes(one)))
  const codes = [...new Set(waiting.map(one => shortDigest(linesDigest(one))))]
  // What one side proposes goes out under its own head.
  const own = typeof context.acting === 'string' ? null : context.acting.bodyId
  const issuers = loaded.issuers.filter(party => party.bodyId === own)
  return { ...loaded, issuers, lines, code: codes.length > 0 ? codes.join('; ') : null }
}

const titleOf = ({ budget }: LoadedLines): string => `Đề nghị điều chỉnh Kế hoạch phối hợp công tác năm ${budget.plan.year}`

/** The proposed lines as an annex to be answered line by line. */
export function linesPaper(loaded: LoadedLines): Paper {
  const { budget, lines } = loaded
  const columns = columnsOf(TITLES, [1.2, 2, 7, 7, 5, 3.4], [])
  const table = { caption: null, columns, rows: rowsOf(loaded).map(cells => ({ cells })) }
  return paperOf('plan', issueOf(loaded), {
    typeName: 'Bảng tổng hợp',
    subject: [titleOf(loaded)],
    bases: [`Căn cứ ${citeProgramme(budget.programme)}`],
    blocks: [
      paragraph(`Có ${lines.length} dòng đề nghị điều chỉnh, nội dung cụ thể tại Phụ lục kèm theo.`),
      paragraph('Đề nghị cơ quan nhận trả lời từng dòng: đồng ý; hoặc không đồng ý, nêu rõ lý do.'),
    ],
    signatures: [],
    annexes: [{ label: 'Phụ lục', title: titleOf(loaded), landscape: true, blocks: [{ kind: 'table', table }] }],
  })
}

/** The same as a sheet to go on with. */
export function linesBook(loaded: LoadedLines): Book {
  const { parties } = loaded.budget
  const head = [
    wide(titleOf(loaded).toLocaleUpperCase('vi'), TITLES.length, { bold: true, size: 14, align: 'center' }),
    { cells: [] },
    headRow(TITLES),
  ]
  const rows = rowsOf(loaded).map(cells => ({
    cells: cells.map((value, at) => ({ value, look: at < 2 ? LOOKS.center : LOOKS.text })),
  }))
  const sheet = {
    name: 'Đề nghị điều chỉnh',
    columns: [6, 10, 46, 46, 34, 22],
    frozen: head.length,
    repeat: [head.length, head.length] as const,
    landscape: true,
    ...(loaded.code ? { foot: `Mã đối chiếu: ${loaded.code}` } : {}),
    rows: [...head, ...rows],
  }
  return { title: titleOf(loaded), author: parties.map(party => party.name).join('; '), sheets: [sheet] }
}

function rowsOf({ lines, items, budget }: LoadedLines): string[][] {
  const names = new Map(budget.parties.map(party => [party.bodyId, party.shortName]))
  return lines.map((proposal, at) => {
    const { line, before, itemId, reason, byBody } = proposal
    const position = items.find(item => item.id === itemId)?.position
    const after = fieldsOf(line).map((part, nth, all) => (all.length > 1 ? `${nth + 1}) ` : '') + words(part, names))
    const number = line.kind === 'add' ? 'Mới' : String(position ?? before?.position ?? '')
    const proposed = line.kind === 'drop' ? 'Không đưa vào kế hoạch' : after.join('\n')
    return [String(at + 1), number, before ? words(before, names) : '', proposed, reason, names.get(byBody) ?? '']
  })
}

/** "Tổ chức hội nghị …; hạn 30/6/2026; chủ trì: …; chỉ tiêu: ít nhất 2 lớp" */
const words = (fields: ItemFields, names: ReadonlyMap<string, string>): string => {
  const lead = fields.leadBodies.map(body => names.get(body) ?? '').join(', ')
  const target = targetText(fields)
  return [
    fields.title,
    timeText(fields),
    `chủ trì: ${lead}`,
    target && `chỉ tiêu: ${target}`,
    fields.product && `sản phẩm: ${fields.product}`,
  ]
    .filter(Boolean)
    .join('; ')
}
