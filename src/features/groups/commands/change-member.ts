import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeMemberInput } from '../contract.ts'
import { WORK, whyNotDays, whyNotOwn } from '../rules.ts'
import { changeMemberRow, getMember } from '../store.ts'

/** Puts a member of the own side right, or says until when they were one. */
export const changeMember = command({
  name: 'groups.change-member',
  permission: WORK,
  input: changeMemberInput,
  run: async ({ tx, acting }, { memberId, version, ...fields }) => {
    const found = await getMember(tx, memberId)
    refuseIf(whyNotOwn(acting, found) ?? whyNotDays(fields))
    await changeMemberRow(tx, { id: memberId, version }, fields)
    return {
      result: { version: version + 1 },
      audit: { kind: 'member', id: memberId, programme: found.programmeId, detail: { role: fields.role, toOn: fields.toOn } },
    }
  },
})
