import type { CompiledBlock, CompileInput, FigureQuery, Sentence, SupervisionPart } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import { joined } from './phrases.ts'
import { figure } from './sentences.ts'

/**
 * What came of the supervisions of the programme: how many of which works, what was found, asked for, carried out and explained.
 * Where an activity tells of a supervision it is counted under its clause too, and the sentence says of how many that is so.
 * Nothing where the period had none.
 */
export function supervisionBlocks(book: FigureBook, { period, before }: CompileInput, number: number): CompiledBlock[] {
  const of = (part: SupervisionPart, { from, to } = period as { from: string; to: string }): FigureQuery => ({
    kind: 'supervisions',
    from,
    to,
    part,
  })
  const has = (query: FigureQuery): boolean => book.valueOf(query) > 0
  const said = (part: SupervisionPart, lead: string, tail = ''): Sentence[] =>
    has(of(part)) ? [[lead, figure(book, of(part)), tail]] : []
  const held: Sentence[] = has(of('held'))
    ? [
        [
          'đã tiến hành ',
          figure(book, of('held')),
          ' giám sát',
          ...(has(of('works')) ? [' đối với ', figure(book, of('works'))] : []),
          ...(has(of('told')) ? [' (trong đó ', figure(book, of('told')), ' đã nêu ở các nội dung trên)'] : []),
          ...(has(of('held', before)) ? [`; cùng kỳ năm ${period.year - 1} `, figure(book, of('held', before))] : []),
        ],
      ]
    : []
  const came = [
    ...said('found', 'ghi nhận '),
    ...said('asked', 'gửi '),
    ...said('repaired', '', ' đã được thực hiện và xem lại tại chỗ'),
    ...said('explained', '', ' đã được giải trình và xem lại tại chỗ'),
  ]
  if (held.length + came.length === 0) return []
  const sentences = [...held, ...(came.length > 0 ? [joined(came)] : [])]
  return [
    { kind: 'heading', level: 2, label: `${number}.`, text: 'Giám sát và kết quả thực hiện kiến nghị sau giám sát' },
    ...sentences.map(
      (pieces, at): CompiledBlock => ({
        kind: 'sentence',
        pieces: [at === 0 ? 'Trong kỳ ' : 'Qua giám sát đã ', ...pieces, '.'],
        dash: true,
      }),
    ),
  ]
}
