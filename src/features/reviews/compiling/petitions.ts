import { toldCount } from '../../../kernel/suppress.ts'
import {
  type CompiledBlock,
  type CompileInput,
  PETITION_FACTS,
  type PetitionFact,
  type Piece,
  type Sentence,
} from '../contract.ts'
import { printCount } from '../figure-text.ts'
import { type FigureBook, petitionsOf } from '../figures.ts'

const TOLD: Record<PetitionFact, [before: string, after: string]> = {
  received: ['tiếp nhận ', ' kiến nghị của Nhân dân'],
  answered: ['cơ quan có thẩm quyền đã trả lời ', ' kiến nghị'],
  settled: ['đã giải quyết ', ' kiến nghị'],
  confirmed: ['Nhân dân đã xác nhận tại cơ sở ', ' kiến nghị'],
}

/**
 * What came of the people's petitions: received, answered, settled and confirmed on the spot, each a figure of its own; nothing where
 * the period had none. A review is read beyond those who handle petitions: small counts are told as "dưới 05", and the year that one half
 * could be taken from to find the small count of the other as "từ 05 trở lên".
 */
export function petitionBlocks(book: FigureBook, { period, halves, petitions }: CompileInput, number: number): CompiledBlock[] {
  const { from, to } = period
  const conditions = PETITION_FACTS.map(part => ({ kind: 'petitions' as const, from, to, part }))
  const parts = conditions
    .filter(condition => petitionsOf(condition, petitions).length > 0)
    .map((condition): Sentence => {
      const { id, value } = book.enter(condition)
      const [before, after] = TOLD[condition.part]
      const ofHalves = halves.period.map(half => petitionsOf({ ...condition, ...half }, petitions).length)
      const told: Piece = { figure: id, text: countInWords(value, ofHalves) }
      return [before, told, after]
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

function countInWords(value: number, ofHalves: readonly number[]): string {
  if (toldCount(value) === null) return 'dưới 05'
  return ofHalves.some(half => toldCount(half) === null) ? 'từ 05 trở lên' : printCount(value)
}
