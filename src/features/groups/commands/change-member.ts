import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeMemberInput } from '../contract.ts'
import { behindPlace, memberAsChosen, tiePlace } from '../places.ts'
import { WORK, whyNotDays, whyNotOwn } from '../rules.ts'
import { changeMemberRow, getMember } from '../store.ts'

/** Puts a member of the own side right, or says until when they were one. */
export const changeMember = command({
  name: 'groups.change-member',
  permission: WORK,
  input: changeMemberInput,
  run: async ({ tx, acting, today }, { memberId, version, ...written }) => {
    const by = personOf(acting)
    const found = await getMember(tx, memberId)
    refuseIf(whyNotOwn(acting, found) ?? whyNotDays(written))
    const behind = await behindPlace(tx, by.bodyId, memberId, today)
    const fields = await memberAsChosen(tx, by, written, { old: found, behind })
    await changeMemberRow(tx, { id: memberId, version }, fields)
    const chosen = { holderAccount: written.account, deputyAccount: null }
    await tiePlace(tx, by.bodyId, { kind: 'member', id: memberId, since: today }, chosen, behind)
    return {
      result: { version: version + 1 },
      audit: { kind: 'member', id: memberId, programme: found.programmeId, detail: { role: fields.role, toOn: fields.toOn } },
    }
  },
})
