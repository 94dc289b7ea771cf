import type { CompiledBlock, CompileInput, FigureQuery, Sentence } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import type { Led } from '../occurrences.ts'
import { joined, LEADERSHIP_KINDS } from './phrases.ts'
import { figure } from './sentences.ts'

/** What stands before and after each number: "đã ban hành 05 văn bản theo sổ đăng ký văn bản đi". */
const TOLD: Record<Led, [before: string, after: string]> = {
  issued: ['ban hành ', ' theo sổ đăng ký văn bản đi'],
  directed: ['tiếp nhận ', ' mới để triển khai trong chương trình'],
  concluded: ['thống nhất ', ' tại các cuộc họp của tổ công tác'],
}

/** Part I: the work that leads, and beside it the papers issued, the directives that came and what the working group concluded. */
export function leadership(book: FigureBook, { period }: Pick<CompileInput, 'period'>): CompiledBlock[] {
  const { from, to } = period
  const work: FigureQuery = { kind: 'activities', from, to, activityKinds: LEADERSHIP_KINDS }
  const told = (Object.keys(TOLD) as Led[]).flatMap((part): Sentence[] => {
    const query: FigureQuery = { kind: 'led', from, to, part }
    const [before, after] = TOLD[part]
    return book.valueOf(query) > 0 ? [[before, figure(book, query), after]] : []
  })
  return [
    ...(book.valueOf(work) > 0
      ? [
          says([
            'Trong kỳ, các cơ quan đã thực hiện ',
            figure(book, work),
            ' tham mưu, ban hành văn bản, chỉ đạo, hướng dẫn, đôn đốc.',
          ]),
        ]
      : []),
    ...(told.length > 0 ? [says(['Trong kỳ, các cơ quan đã ', ...joined(told), '.'])] : []),
  ]
}

const says = (pieces: Sentence): CompiledBlock => ({ kind: 'sentence', pieces, dash: false })
