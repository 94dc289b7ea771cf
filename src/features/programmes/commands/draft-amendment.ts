import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { contentColumns } from '../amendments/content.ts'
import { draftInput } from '../amendments/contract.ts'
import { WRITE, whyNotCounter, whyNotPropose } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { insertAmendment } from '../amendments/store.ts'
import { getProgramme, partiesOf } from '../store.ts'

/** Writes an amendment down for the own side alone; `counters` names the proposal of another side that it answers. */
export const draftAmendment = command({
  name: 'programmes.draft-amendment',
  permission: WRITE,
  input: draftInput,
  run: async ({ tx, acting, now }, { amendmentId, programmeId, counters, ...content }) => {
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const parties = await partiesOf(tx, programmeId)
    refuseIf(
      whyNotPropose(
        acting,
        parties.map(party => party.bodyId),
      ),
    )
    if (counters) refuseIf(whyNotCounter(acting, await standingOf(tx, counters)))
    await insertAmendment(tx, {
      id: amendmentId,
      programme_id: programmeId,
      by_body: bodyId,
      counter_of: counters,
      created_by: accountId,
      created_at: now,
      ...(await contentColumns(tx, programmeId, content)),
    })
    const detail = { counters, changes: content.changes.length }
    return { result: { amendmentId }, audit: { kind: 'amendment', id: amendmentId, programme: programmeId, detail } }
  },
})
