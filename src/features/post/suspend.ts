import type { CommandContext } from '../../engine/command.ts'
import { suspendPackagePaper } from '../exchange/index.ts'
import { suspendPlanPaper } from '../plans/index.ts'
import type { PaperAct, PaperSubjectKind } from '../programmes/index.ts'
import { suspendReviewPaper } from '../reviews/index.ts'

const SUSPEND: Record<PaperSubjectKind, (context: CommandContext, act: PaperAct) => Promise<void>> = {
  plan: suspendPlanPaper,
  package: suspendPackagePaper,
  review: suspendReviewPaper,
}

/** Takes down what hung on a recorded paper. The paper itself and what became of it stay in the history. */
export const suspend = (context: CommandContext, act: PaperAct): Promise<void> => SUSPEND[act.kind](context, act)
