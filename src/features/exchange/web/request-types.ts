import type { AnswerOf } from '../../../ui/client/types.ts'
import type { request, requestStarts, requests } from '../requests/queries.ts'

export type RequestsAnswer = AnswerOf<typeof requests>
export type RequestLine = RequestsAnswer['requests'][number]
export type RequestAnswer = AnswerOf<typeof request>
export type StartsAnswer = AnswerOf<typeof requestStarts>
