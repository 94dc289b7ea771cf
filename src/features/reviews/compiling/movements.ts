import { fold } from '../../../kernel/vietnamese.ts'
import type { CompiledBlock, CompileInput, FigureQuery, MovementRow, Piece, Sentence } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import { joined } from './phrases.ts'
import { figure } from './sentences.ts'

/**
 * What campaigns, emulation movements, twinnings and models came to: the results reported in the period, each in its own unit, then
 * how many models were recognised and repeated elsewhere. Nothing where the period had none.
 */
export function movementBlocks(book: FigureBook, { period, movements }: CompileInput, number: number): CompiledBlock[] {
  const { from, to } = period
  const of = (part: string, unit: string): FigureQuery => ({ kind: 'movements', from, to, part, unit })
  const results = movements.flatMap(one => {
    const pieces = resultsOf(one, period).map(({ part, label, unit }): Sentence => [`${label}: `, figure(book, of(part, unit))])
    return pieces.length > 0 ? [[`${calledOf(one)}: `, ...joined(pieces)] satisfies Piece[]] : []
  })
  const counted = (part: string, unit: string, lead: string): Sentence[] =>
    book.valueOf(of(part, unit)) > 0 ? [[lead, figure(book, of(part, unit))]] : []
  const models = [...counted('recognised', 'mô hình', 'công nhận '), ...counted('copied', 'nơi', 'nhân rộng mô hình ra ')]
  const sentences = [...results, ...(models.length > 0 ? [['Trong kỳ đã ', ...joined(models)] satisfies Piece[]] : [])]
  if (sentences.length === 0) return []
  return [
    { kind: 'heading', level: 2, label: `${number}.`, text: 'Cuộc vận động, phong trào thi đua, kết nghĩa, mô hình' },
    ...sentences.map((pieces): CompiledBlock => ({ kind: 'sentence', pieces: [...pieces, '.'], dash: true })),
  ]
}

/** Its kind and its title; the title alone where it says the kind itself: "Kết nghĩa với bản Huổi Hốc". */
const calledOf = ({ kindName, title }: MovementRow): string =>
  fold(title).startsWith(`${fold(kindName)} `) ? title : `${kindName} “${title}”`

/** The measures that were reported in the period, each once. */
function resultsOf({ facts }: MovementRow, { from, to }: { from: string; to: string }) {
  const within = facts.filter(({ day, label }) => label !== '' && from <= day && day <= to)
  return within.filter((fact, at) => within.findIndex(one => one.part === fact.part) === at)
}
