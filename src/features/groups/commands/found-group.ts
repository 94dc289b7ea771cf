import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { foundGroupInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { groupOf, takeUpFile } from '../store.ts'

/** Enters the paper that set up the working group of a programme; every party can read it. */
export const foundGroup = command({
  name: 'groups.found-group',
  permission: WORK,
  input: foundGroupInput,
  run: async ({ tx, acting, now }, { groupId, programmeId, number, decidedOn, fileId }) => {
    const { bodyId } = personOf(acting)
    await getProgramme(tx, programmeId)
    if (await groupOf(tx, programmeId)) throw new Refusal('groups.founded-already')
    await takeUpFile(tx, fileId, { kind: 'working-group', id: groupId, programmeId, bodyId, visibility: 'joint' })
    await tx
      .insertInto('working_group')
      .values({
        id: groupId,
        programme_id: programmeId,
        by_body: bodyId,
        number,
        decided_on: decidedOn,
        paper_file: fileId,
        created_at: now,
      })
      .execute()
    return {
      result: { groupId, version: 1 },
      audit: { kind: 'working-group', id: groupId, programme: programmeId, detail: { number } },
    }
  },
})
