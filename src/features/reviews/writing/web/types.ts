import type { AnswerOf } from '../../../../ui/client/types.ts'
import type { textDesk } from '../text-desk.ts'

export type DeskAnswer = AnswerOf<typeof textDesk>
