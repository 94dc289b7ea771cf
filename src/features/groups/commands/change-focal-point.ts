import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeFocalPointInput } from '../contract.ts'
import { WORK, whyNotDays, whyNotOwn } from '../rules.ts'
import { changeFocal, getFocalPoint } from '../store.ts'

/** Puts the own side's focal point right, or says until when it was one. */
export const changeFocalPoint = command({
  name: 'groups.change-focal-point',
  permission: WORK,
  input: changeFocalPointInput,
  run: async ({ tx, acting }, { focalPointId, version, ...fields }) => {
    const found = await getFocalPoint(tx, focalPointId)
    refuseIf(whyNotOwn(acting, found) ?? whyNotDays(fields))
    await changeFocal(tx, { id: focalPointId, version }, fields)
    return {
      result: { version: version + 1 },
      audit: { kind: 'focal-point', id: focalPointId, programme: found.programmeId, detail: { toOn: fields.toOn } },
    }
  },
})
