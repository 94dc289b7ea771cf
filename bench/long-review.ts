import type { Paper } from '../src/features/documents/index.ts'
import { compile } from '../src/features/reviews/compiling/compile.ts'
import type { ActivityRow, CompiledBlock, CompileInput, Sentence } from '../src/features/reviews/contract.ts'
import { activity, commitment, input, item } from '../src/features/reviews/fixtures/input.ts'
import { toPaper } from '../src/features/reviews/paper.ts'
import { firstState } from '../src/features/reviews/writing/text.ts'
import { writtenReview } from '../src/features/reviews/writing/written-review.ts'

const CLAUSES = 60
const YEARS = [2022, 2023, 2024, 2025, 2026]
const A_YEAR = 400
const WORK = [
  ['training', 'lớp', 'lượt học viên'],
  ['communication', 'buổi', 'lượt người'],
  ['visit', 'đoàn', 'suất quà'],
  ['survey', 'đợt', 'thôn, bản'],
] as const
const SUBJECTS = [
  'Phối hợp tuyên truyền chủ trương của Đảng, pháp luật của Nhà nước đến đồng bào các dân tộc ở các xã vùng cao, vùng biên giới',
  'Tổ chức bồi dưỡng kỹ năng vận động quần chúng cho cán bộ Mặt trận cơ sở và trưởng ban công tác Mặt trận',
  'Thăm hỏi, tặng quà các thôn, bản khó khăn nhân dịp lễ, tết của đồng bào',
  'Khảo sát đời sống và nguyện vọng của Nhân dân các thôn, bản tái định cư',
]
const COMMUNES = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`xa${at}`, `Xã Đăk Mây ${at + 1}`]))

const pathOf = (at: number): string => `II/${Math.floor(at / 10) + 1}/${Math.floor(at / 10) + 1}.${(at % 10) + 1}`

/** What the final report of a programme of sixty clauses and five years is compiled from. `round` changes every sum of those reached. */
export function longInput(round = 0): CompileInput {
  const paths = Array.from({ length: CLAUSES }, (_, at) => pathOf(at))
  const [first, last] = [YEARS[0]!, YEARS.at(-1)!]
  const period = { kind: 'final', year: last, half: null, first, from: `${first - 1}-12-15`, to: `${last}-12-14` } as const
  const years = YEARS.map(year => ({ year, from: `${year - 1}-12-15`, to: `${year}-12-14` }))
  const target = (year: number, at: number) => `${year} ${paths[at]}`
  const itemsOf = (year: number) =>
    paths.map((clausePath, at) =>
      item({ id: target(year, at), clausePath, title: SUBJECTS[at % 4]!, targetMin: 2 + (at % 5), targetUnit: WORK[at % 4]![1] }),
    )
  const termTargets = paths.slice(0, 24).map((clausePath, at) =>
    item({
      id: target(last, at),
      clausePath,
      title: SUBJECTS[at % 4]!,
      targetMin: 30,
      targetUnit: WORK[at % 4]![1],
      targetPer: 'term',
    }),
  )
  return input({
    period,
    years,
    before: { from: '0001-01-01', to: '0001-01-01' },
    yearPlans: years.map(year => ({ ...year, items: itemsOf(year.year), placesOfItems: [], termSums: [] })),
    termTargets,
    communeNames: COMMUNES,
    clauses: paths.map((path, at) => ({
      path,
      label: `${path.split('/').at(-1)}.`,
      heading: false,
      text: `${SUBJECTS[at % 4]} (đợt ${at + 1}).`,
    })),
    commitments: paths.map(clausePath => commitment({ clausePath })),
    activities: YEARS.flatMap(year => Array.from({ length: A_YEAR }, (_, at) => workOf(year, at, round))),
    texts: { strengths: WRITTEN, difficulties: WRITTEN, 'causes-objective': WRITTEN, lessons: WRITTEN, directions: WRITTEN },
  })

  function workOf(year: number, at: number, round: number): ActivityRow {
    const [nth, month, day] = [(at * 7) % CLAUSES, (at % 11) + 1, (at % 27) + 1]
    const [kind, countUnit, reachUnit] = WORK[nth % 4]!
    return activity({
      id: `${year} ${at}`,
      kind,
      heldOn: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      count: 1 + (at % 3),
      countUnit,
      reach: 20 + (at % 90) + round,
      reachUnit,
      money: 1_500_000 * (1 + (at % 9)),
      source: at % 3 === 0 ? 'ntp' : 'own',
      itemIds: [target(year, nth)],
      clausePaths: [paths[nth]!],
      communes: [`xa${(at * 5) % 24}`],
    })
  }
}

const SENTENCE =
  'Các cơ quan đã phối hợp tổ chức tuyên truyền, vận động đồng bào các dân tộc thực hiện tốt các nội dung đã thống nhất, chuẩn bị bằng cả tiếng phổ thông và tiếng của đồng bào, gắn với việc trả lời trực tiếp câu hỏi của người dự. '
const WRITTEN = Array.from({ length: 6 }, () => SENTENCE.repeat(2).trim()).join('\n')

/** What officers have added under each clause: a paragraph and, under every fourth, a table whose numbers are live figures of that clause. */
function addedTo(blocks: readonly CompiledBlock[]): CompiledBlock[] {
  let clause = 0
  return blocks.flatMap((block): CompiledBlock[] => {
    const first = block.kind === 'sentence' ? block.pieces[0] : undefined
    if (block.kind !== 'sentence' || typeof first !== 'string' || !first.startsWith('Từng năm')) return [block]
    clause += 1
    const words: CompiledBlock = { kind: 'sentence', pieces: [SENTENCE.repeat(3)], dash: false }
    return clause % 4 === 0 ? [block, words, tableOf(block.pieces)] : [block, words]
  })
}

function tableOf(pieces: Sentence): CompiledBlock {
  const figures = pieces.filter(piece => typeof piece !== 'string')
  const rows = figures.map((figure, at): Sentence[] => [
    [String(at + 1)],
    [SENTENCE.slice(0, 90)],
    [figure],
    ['Đã báo cáo các bên'],
  ])
  return { kind: 'table', rows: [[['TT'], ['Nội dung'], ['Kết quả'], ['Ghi chú']], ...rows] }
}

/** The text that the sides write of it, as it is kept. */
export const longText = (input: CompileInput): Uint8Array => firstState(addedTo(compile(input).blocks))

/** The frozen paper of some sixty pages: eleven hundred figures, fifteen tables in the text, a table of thirteen pages and twelve pictures. */
export function longPaper(round = 0): Paper {
  const input = longInput(round)
  return toPaper(writtenReview(input, longText(input)), { frozen: true, day: '2026-12-18', signers: [], code: '3f9a 07bc 11d2' })
}
