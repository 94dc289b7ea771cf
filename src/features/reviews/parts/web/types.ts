import type { AnswerOf } from '../../../../ui/client/types.ts'
import type { askedPart, askedParts } from '../queries.ts'

export type PartsAnswer = AnswerOf<typeof askedParts>
export type PartAnswer = AnswerOf<typeof askedPart>
