import { toldCount } from '../../../kernel/suppress.ts'
import {
  type CompiledBlock,
  type CompileInput,
  type FigureQuery,
  PETITION_FACTS,
  type PetitionFact,
  type Piece,
  type Sentence,
} from '../contract.ts'
import { printCount } from '../figure-text.ts'
import { type FigureBook, petitionsOf } from '../figures.ts'
import { COUNT_WORDS } from './phrases.ts'
import { untold } from './sentences.ts'

const TOLD: Record<PetitionFact, [before: string, after: string]> = {
  received: ['tiếp nhận ', ' kiến nghị của Nhân dân'],
  answered: ['cơ quan có thẩm quyền đã trả lời ', ' kiến nghị'],
  settled: ['đã giải quyết ', ' kiến nghị'],
  confirmed: ['Nhân dân đã xác nhận tại cơ sở ', ' kiến nghị'],
}

/**
 * What came of the people's petitions: received, answered, settled and confirmed on the spot, each a figure of its own; nothing where
 * the period had none. A review is read beyond those who handle petitions: small counts are told as "dưới 05", and the year that one half
 * could be taken from to find the small count of the other as "từ 05 trở lên". These are untold: their number does not leave.
 */
export function petitionBlocks(
  book: FigureBook,
  { period, halves, petitions }: Pick<CompileInput, 'period' | 'halves' | 'petitions'>,
  number: number,
): CompiledBlock[] {
  const { from, to } = period
  const conditions = PETITION_FACTS.map(part => ({ kind: 'petitions' as const, from, to, part }))
  const countOf = (condition: FigureQuery): Piece => {
    const value = book.valueOf(condition)
    if (toldCount(value) === null) return untold(condition, COUNT_WORDS.few)
    const ofHalves = halves.period.map(half => book.valueOf({ ...condition, ...half }))
    if (ofHalves.some(half => toldCount(half) === null)) return untold(condition, COUNT_WORDS.some)
    return { figure: book.enter(condition).id, text: printCount(value) }
  }
  const parts = conditions
    .filter(condition => petitionsOf(condition, petitions).length > 0)
    .map((condition): Sentence => {
      const [before, after] = TOLD[condition.part]
      return [before, countOf(condition), after]
    })
  if (parts.length === 0) return []
  return [
    { kind: 'heading', level: 2, label: `${number}.`, text: 'Tiếp nhận, theo dõi giải quyết kiến nghị của Nhân dân' },
    {
      kind: 'sentence',
      pieces: ['Trong kỳ ', ...parts.flatMap((one, at) => (at === 0 ? one : ['; ', ...one])), '.'],
      dash: true,
    },
  ]
}
