import type { CompiledBlock, CompileInput, FigureQuery, Sentence } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import { joined } from './phrases.ts'
import { figure } from './sentences.ts'

const TOLD = { missing: 'chưa thực hiện ', late: 'thực hiện chậm ' } as const

/** Which side did not inform the others when it owed that, or only after the day: "UBMTTQ tỉnh: chưa thực hiện 02 lần thông tin." */
export function unmetDuties(book: FigureBook, { period, parties }: Pick<CompileInput, 'period' | 'parties'>): CompiledBlock[] {
  const { from, to } = period
  return parties.flatMap(({ bodyId, shortName }): CompiledBlock[] => {
    const told = (['missing', 'late'] as const).flatMap((standing): Sentence[] => {
      const query: FigureQuery = { kind: 'informing', from, to, part: `${standing}.${bodyId}` }
      return book.valueOf(query) > 0 ? [[TOLD[standing], figure(book, query)]] : []
    })
    return told.length === 0 ? [] : [{ kind: 'sentence', pieces: [`${shortName}: `, ...joined(told), '.'], dash: true }]
  })
}
