import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeInput } from '../contract.ts'
import { checkActivities, takeUpFiles } from '../gather.ts'
import { PREPARE, whyNotChange } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** Writes on a draft: its words, which activities it tells, which files go along. */
export const changePackage = command({
  name: 'exchange.change-package',
  permission: PREPARE,
  input: changeInput,
  run: async ({ tx, acting }, { packageId, version, note, activityIds, fileIds }) => {
    const found = await getPackage(tx, packageId)
    refuseIf(whyNotChange(acting, found))
    await checkActivities(tx, found, activityIds)
    await takeUpFiles(tx, found, fileIds)
    const change = { note, activity_ids: activityIds ?? null, file_ids: [...new Set(fileIds)] }
    await changePackageRow(tx, { id: packageId, version }, change)
    return {
      result: { version: version + 1 },
      audit: { kind: 'package', id: packageId, programme: found.programmeId, detail: { files: fileIds.length } },
    }
  },
})
