import type { CommandContext } from '../../engine/command.ts'
import { type PaperAct, withdrawByPaper } from '../programmes/index.ts'

/** The agreement by a contested or withdrawn paper falls. A frozen report keeps its bytes; that it is contested stands beside it. */
export async function suspendReviewPaper({ tx, now }: CommandContext, act: PaperAct): Promise<void> {
  await withdrawByPaper(tx, act.id, now)
}
