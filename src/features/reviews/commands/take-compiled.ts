import { command } from '../../../engine/command.ts'
import { personOf, within, workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { takeCompiledInput } from '../contract.ts'
import { overtakenOf, toldOf } from '../freezing.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'
import { putIn, takeOut } from '../writing/overtaken.ts'
import { changeText, lockText, noteSeen } from '../writing/text-store.ts'

/**
 * Brings the shared text up to what compiling tells now: a new sentence is put in, one that holds no longer is taken out, or the text is
 * left as it is, and neither is shown again.
 */
export const takeCompiled = command({
  name: 'reviews.take-compiled',
  permission: { roles: workers, reach: 'party' },
  input: takeCompiledInput,
  // Compiled before the rows are held: under the hold it is only seen that nothing behind it has changed.
  prepare: async ({ read }, { reviewId }) => void (await read(async db => overtakenOf(db, await getReview(db, reviewId)))),
  run: async ({ tx, acting }, { reviewId, key, how }) => {
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotWriteTogether(within(acting, review.programmeId), review))
    const kept = await lockText(tx, reviewId)
    const overtaken = await overtakenOf(tx, review)
    const stands = (of: readonly { key: string }[] | undefined) => of?.some(one => one.key === key) ?? false
    const [missing, stale] = [stands(overtaken?.missing), stands(overtaken?.stale)]
    if (!kept?.seen || !(missing || stale)) throw new Refusal('changed-meanwhile')
    const { blocks } = (await toldOf(tx, review)).compiled
    if (how === 'take') await changeText(tx, reviewId, null, doc => (missing ? putIn(doc, blocks, key) : takeOut(doc, key)))
    await noteSeen(tx, reviewId, missing ? [...kept.seen, key] : kept.seen.filter(one => one !== key))
    const detail = { compiled: missing ? 'new' : 'overtaken', taken: how === 'take', by: personOf(acting).bodyId }
    return { result: { reviewId }, audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail } }
  },
})
