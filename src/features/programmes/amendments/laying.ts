import type { DeadlineSource } from '../../../engine/feature.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { layingLines, leadersStep } from '../laying-before.ts'
import type { Standing } from './rules.ts'
import { standingOf } from './standing.ts'
import type { Amendment } from './store.ts'
import { changesText } from './words.ts'

/** What of an amendment the own leader is wanted for. */
export function laidAmendment(acting: Acting, { id, programmeId, byBody, state, agreedBy, digest }: Amendment & Standing) {
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const standing = {
    ours: byBody === bodyId,
    kept: state === 'own',
    open: state === 'shared',
    agreedByUs: agreedBy.includes(bodyId),
  }
  return { subject: { kind: 'amendment' as const, id, programmeId }, outgoing: leadersStep({ ...standing, digest }) }
}

/** Inside the own side: amendments that wait for the head of the unit or the leader, and those that were sent back. */
export const amendmentClearances: DeadlineSource = {
  kind: 'amendment-clearance',
  ask: context =>
    layingLines(context, 'amendment', async id => {
      const found = await standingOf(context.db, id)
      const { outgoing } = laidAmendment(context.acting, found)
      const address = `/chuong-trinh/${found.programmeId}/dieu-chinh/${id}`
      return { title: `điều chỉnh, bổ sung: ${changesText(found.changes)}`, address, outgoing }
    }),
}
