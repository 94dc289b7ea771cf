import type { CompiledBlock, CompileInput, FigureQuery, Piece, Sentence, ToldCount } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import { COUNT_WORDS, joined } from './phrases.ts'
import { figure, untold } from './sentences.ts'

/** What each count is called after its number. */
const CALLED: Readonly<Record<string, string>> = {
  information: 'hội nghị cung cấp thông tin',
  class: 'lớp tập huấn, bồi dưỡng',
  'journey-near': 'chuyến thăm quan, học tập trong huyện, xã',
  'journey-province': 'chuyến thăm quan, học tập trong tỉnh',
  'journey-far': 'chuyến thăm quan, học tập ngoài tỉnh',
  meeting: 'cuộc gặp mặt, tọa đàm',
  newspaper: 'đợt cấp báo, tài liệu',
  other: 'hoạt động khác',
  festival: 'đợt tặng quà Tết, lễ',
  sickness: 'đợt thăm hỏi khi ốm đau',
  hardship: 'đợt hỗ trợ khi gia đình gặp khó khăn, thiên tai',
  condolence: 'đợt thăm viếng',
  delegation: 'đợt tặng quà khi đón tiếp đoàn',
}

const calledOf = (key: string): string => CALLED[key] ?? key

/**
 * Work with prestigious persons and commendations, as counts alone. What comes here holds no small count: "dưới 05", and "từ 05 trở lên"
 * where one half could be taken from the year, are untold.
 */
export function honourBlocks(
  book: FigureBook,
  { period, honours }: Pick<CompileInput, 'period' | 'honours'>,
  number: number,
): CompiledBlock[] {
  const { from, to } = period
  const of = (part: string, unit: string): FigureQuery => ({ kind: 'honours', from, to, part, unit })
  const told = (count: ToldCount, part: string, unit: string): Piece =>
    typeof count === 'number' ? figure(book, of(part, unit)) : untold(of(part, unit), `${COUNT_WORDS[count]} ${unit}`)
  const work = honours.work.map(
    ({ key, sessions, turns }): Sentence => [
      told(sessions, `${key}.sessions`, calledOf(key)),
      ' với ',
      told(turns, `${key}.turns`, 'lượt'),
    ],
  )
  const counted = (part: 'collective' | 'individual', unit: string): Sentence[] =>
    honours.commended[part] === 0 ? [] : [[told(honours.commended[part], `commended.${part}`, unit)]]
  const commended = [...counted('collective', 'tập thể'), ...counted('individual', 'cá nhân')]
  const sentences: Sentence[] = [
    ...(work.length > 0 ? [['Đối với người có uy tín: ', ...joined(work), '.']] : []),
    ...(commended.length > 0 ? [['Khen thưởng, biểu dương ', ...joined(commended), '.']] : []),
  ]
  if (sentences.length === 0) return []
  return [
    { kind: 'heading', level: 2, label: `${number}.`, text: 'Người có uy tín; biểu dương, khen thưởng' },
    ...sentences.map((pieces): CompiledBlock => ({ kind: 'sentence', pieces, dash: true })),
  ]
}
