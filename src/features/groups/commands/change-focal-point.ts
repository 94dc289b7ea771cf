import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeFocalPointInput } from '../contract.ts'
import { behindPlace, focalAsChosen, tiePlace } from '../places.ts'
import { WORK, whyNotDays, whyNotOwn, whyNotStandsIn } from '../rules.ts'
import { changeFocal, getFocalPoint } from '../store.ts'

/** Puts the own side's focal point right, or says until when it was one. */
export const changeFocalPoint = command({
  name: 'groups.change-focal-point',
  permission: WORK,
  input: changeFocalPointInput,
  run: async ({ tx, acting, today }, { focalPointId, version, ...written }) => {
    const by = personOf(acting)
    const found = await getFocalPoint(tx, focalPointId)
    refuseIf(whyNotOwn(acting, found) ?? whyNotDays(written) ?? whyNotStandsIn(written))
    const behind = await behindPlace(tx, by.bodyId, focalPointId, today)
    const fields = await focalAsChosen(tx, by, written, { old: found, behind })
    await changeFocal(tx, { id: focalPointId, version }, fields)
    await tiePlace(tx, by.bodyId, { kind: 'focal-point', id: focalPointId, since: today }, written, behind)
    return {
      result: { version: version + 1 },
      audit: { kind: 'focal-point', id: focalPointId, programme: found.programmeId, detail: { toOn: fields.toOn } },
    }
  },
})
