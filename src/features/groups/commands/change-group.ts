import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeGroupInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'
import { getGroup, mustHit, takeUpFile } from '../store.ts'

/** Puts number, date or file of the founding paper right, by the side that entered it. */
export const changeGroup = command({
  name: 'groups.change-group',
  permission: WORK,
  input: changeGroupInput,
  run: async ({ tx, acting }, { groupId, version, number, decidedOn, fileId }) => {
    const { bodyId, programmeId } = await getGroup(tx, groupId)
    refuseIf(whyNotOwn(acting, { bodyId }))
    await takeUpFile(tx, fileId, { kind: 'working-group', id: groupId, programmeId, bodyId, visibility: 'joint' })
    const change = { number, decided_on: decidedOn, paper_file: fileId, version: version + 1 }
    mustHit(
      await tx
        .updateTable('working_group')
        .set(change)
        .where('id', '=', groupId)
        .where('version', '=', version)
        .executeTakeFirst(),
    )
    return {
      result: { version: version + 1 },
      audit: { kind: 'working-group', id: groupId, programme: programmeId, detail: { number } },
    }
  },
})
