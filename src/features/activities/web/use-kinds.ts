import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { type KindBook, READY } from '../kind-book.ts'
import type { kinds } from '../queries/kinds.ts'

/** The list of kinds of work; until it has come, the ready ones. */
export const useKinds = (): KindBook => useAnswer<AnswerOf<typeof kinds>>('activities.kinds', {}).data?.kinds ?? READY
