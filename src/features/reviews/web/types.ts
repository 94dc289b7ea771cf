import type { AnswerOf } from '../../../ui/client/types.ts'
import type { figure, list, review } from '../queries.ts'

export type ReviewAnswer = AnswerOf<typeof review>
export type ReviewListAnswer = AnswerOf<typeof list>
export type FigureAnswer = AnswerOf<typeof figure>
export type Destroyed = FigureAnswer['destroyed'][number]
export type Dispute = ReviewAnswer['disputes'][number]
export type Block = ReviewAnswer['compiled']['blocks'][number]
export type Sentence = Extract<Block, { kind: 'sentence' }>['pieces']
export type Section = Extract<Block, { kind: 'asked' }>['section']
