import type { AnswerOf } from '../../../ui/client/types.ts'
import type { choices, list, one } from '../queries.ts'

export type ListAnswer = AnswerOf<typeof list>
export type Line = ListAnswer['lines'][number]
export type OneAnswer = AnswerOf<typeof one>
export type UnitShare = NonNullable<OneAnswer['share']>[number]
export type Choices = AnswerOf<typeof choices>
