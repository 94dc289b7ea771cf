import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { ownKindByPost } from '../activities/index.ts'
import { packageByPost, requestByPost } from '../exchange/index.ts'
import { meetingByPost } from '../groups/index.ts'
import { indicatorByPost, planByPost } from '../plans/index.ts'
import {
  amendmentByPost,
  type PaperAct,
  type PaperSubject,
  type PaperSubjectKind,
  type PostalFeature,
  type Sendable,
} from '../programmes/index.ts'
import { reviewByPost } from '../reviews/index.ts'

/** Everything that a party by post takes part in. */
export const POSTAL: Record<PaperSubjectKind, PostalFeature> = {
  plan: planByPost,
  package: packageByPost,
  review: reviewByPost,
  amendment: amendmentByPost,
  indicator: indicatorByPost,
  meeting: meetingByPost,
  request: requestByPost,
  'own-kind': ownKindByPost,
}

/** Something that goes to a party by post, as it stands now. `outgoing` gives the digests of what can be sent to a body. */
export type Postable = PaperSubject & { outgoing: (bodyId: string) => Promise<Sendable> }

/** It, within rights; refuses 'not-found'. */
export const getPostable = async (db: ReadDb, kind: PaperSubjectKind, id: string): Promise<Postable> => ({
  kind,
  id,
  ...(await POSTAL[kind].find(db, id)),
})

/** Takes down what hung on a recorded paper. The paper itself and what became of it stay in the history. */
export const suspend = (context: CommandContext, act: PaperAct): Promise<void> => POSTAL[act.kind].suspend(context, act)
