import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { addMemberInput } from '../contract.ts'
import { memberAsChosen, tiePlace } from '../places.ts'
import { WORK, whyNotDays } from '../rules.ts'
import { getGroup, memberColumns } from '../store.ts'

/** Enters a member that the own side has sent into the working group. */
export const addMember = command({
  name: 'groups.add-member',
  permission: WORK,
  input: addMemberInput,
  run: async ({ tx, acting, now, today }, { memberId, groupId, ...written }) => {
    const by = personOf(acting)
    const { bodyId } = by
    refuseIf(whyNotDays(written))
    const fields = await memberAsChosen(tx, by, written)
    const { programmeId } = await getGroup(tx, groupId)
    const of = { id: memberId, group_id: groupId, programme_id: programmeId, body_id: bodyId, created_at: now }
    await tx
      .insertInto('working_group_member')
      .values({ ...of, ...memberColumns(fields) })
      .execute()
    const chosen = { holderAccount: written.account, deputyAccount: null }
    await tiePlace(tx, bodyId, { kind: 'member', id: memberId, since: today }, chosen)
    return {
      result: { memberId, version: 1 },
      audit: { kind: 'member', id: memberId, programme: programmeId, detail: { role: fields.role } },
    }
  },
})
