import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { nameFocalPointInput } from '../contract.ts'
import { focalAsChosen, tiePlace } from '../places.ts'
import { WORK, whyNotDays, whyNotStandsIn } from '../rules.ts'
import { focalColumns } from '../store.ts'

/** Names the own side's unit for a programme, with the official behind it and a deputy. */
export const nameFocalPoint = command({
  name: 'groups.name-focal-point',
  permission: WORK,
  input: nameFocalPointInput,
  run: async ({ tx, acting, now, today }, { focalPointId, programmeId, ...written }) => {
    const by = personOf(acting)
    const { bodyId } = by
    refuseIf(whyNotDays(written) ?? whyNotStandsIn(written))
    const fields = await focalAsChosen(tx, by, written)
    await getProgramme(tx, programmeId)
    const of = { id: focalPointId, programme_id: programmeId, body_id: bodyId, created_at: now }
    await tx
      .insertInto('focal_point')
      .values({ ...of, ...focalColumns(fields) })
      .execute()
    await tiePlace(tx, bodyId, { kind: 'focal-point', id: focalPointId, since: today }, written)
    return {
      result: { focalPointId, version: 1 },
      audit: { kind: 'focal-point', id: focalPointId, programme: programmeId, detail: { unit: fields.unit } },
    }
  },
})
