import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { sendInput } from '../contract.ts'
import { SEND, whyNotDue } from '../rules.ts'
import { subjectOf, unitsOf } from '../store.ts'

/** Has the staff of the units chosen read a programme, an agreed plan or a paper by a day. */
export const sendDissemination = command({
  name: 'dissemination.send-dissemination',
  permission: SEND,
  input: sendInput,
  run: async ({ tx, acting, now, today }, { disseminationId, subject, unitIds, note, dueOn }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotDue(dueOn, today))
    const { title, programmeId } = await subjectOf(tx, subject)
    const own = (await unitsOf(tx, bodyId)).map(unit => unit.id)
    if (unitIds.some(id => !own.includes(id))) throw new Refusal('not-found', { what: 'unit' })
    await tx
      .insertInto('dissemination')
      .values({
        id: disseminationId,
        body_id: bodyId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        programme_id: programmeId,
        title,
        note,
        unit_ids: [...new Set(unitIds)],
        due_on: dueOn,
        created_by: accountId,
        created_at: now,
      })
      .execute()
    return {
      result: { disseminationId, version: 1 },
      audit: { kind: 'dissemination', id: disseminationId, programme: programmeId, detail: { units: unitIds.length, dueOn } },
    }
  },
})
