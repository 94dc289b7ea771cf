import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { assembleInput } from '../contract.ts'
import { getDuty } from '../duty-of.ts'
import { checkActivities, takeUpFiles } from '../gather.ts'
import { PREPARE, whyNotAssemble } from '../rules.ts'
import { dutyColumns, insertPackage, lastReturned } from '../store.ts'

/** Prepares what the own side owes for a period: its activities, their figures, chosen files. After a return it stands in that one's place. */
export const assemblePackage = command({
  name: 'exchange.assemble-package',
  permission: PREPARE,
  input: assembleInput,
  run: async ({ tx, acting, now, today }, { packageId, programmeId, dutyKey, year, note, activityIds, fileIds }) => {
    const { bodyId, accountId } = personOf(acting)
    const duty = await getDuty(tx, { programmeId, year, dutyKey }, bodyId)
    refuseIf(whyNotAssemble(acting, duty, today))
    const { from, periodFrom, periodTo } = duty
    await checkActivities(tx, { programmeId, from, periodFrom, periodTo }, activityIds)
    await takeUpFiles(tx, { id: packageId, programmeId, from }, fileIds)
    await insertPackage(tx, {
      id: packageId,
      ...dutyColumns(programmeId, year, duty),
      note,
      activity_ids: activityIds ?? null,
      file_ids: [...new Set(fileIds)],
      replaces: await lastReturned(tx, dutyKey),
      created_by: accountId,
      created_at: now,
    })
    return { result: { packageId }, audit: { kind: 'package', id: packageId, programme: programmeId, detail: { year, dutyKey } } }
  },
})
