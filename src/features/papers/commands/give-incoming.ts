import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { aboutChoices, isSame } from '../dispatch/about.ts'
import { giveInput } from '../dispatch/contract.ts'
import { GIVE, whyNotGive } from '../dispatch/rules.ts'
import { getIncoming } from '../dispatch/store.ts'

/** "Chuyển xử lý": which unit leads, which help, by when, and which duty it is about. */
export const giveIncoming = command({
  name: 'papers.give-incoming',
  permission: GIVE,
  input: giveInput,
  run: async ({ tx, acting }, { incomingId, version, leadUnit, supportUnits, dueOn, programmeId, clausePath, about }) => {
    const came = await getIncoming(tx, incomingId)
    refuseIf(whyNotGive(acting, came))
    const wanted = [...new Set([leadUnit, ...supportUnits])]
    const units = await tx
      .selectFrom('unit')
      .select('id')
      .where('id', 'in', wanted)
      .where('body_id', '=', personOf(acting).bodyId)
      .execute()
    if (units.length !== wanted.length) throw new Refusal('not-found', { what: 'unit' })
    const serves = { ...(programmeId ? { programmeId } : {}), ...(clausePath ? { clausePath } : {}) }
    await checkServes(tx, serves, 'papers.no-programme')
    const choices = about ? await aboutChoices(tx, came.bodyId, came.about) : []
    if (about && !choices.some(one => isSame(one, about))) throw new Refusal('not-found', { what: about.kind })
    const given = { lead_unit: leadUnit, support_units: supportUnits.filter(unit => unit !== leadUnit), due_on: dueOn }
    const of = {
      programme_id: programmeId ?? null,
      clause_path: clausePath ?? null,
      ...(about === undefined ? {} : { about_kind: about?.kind ?? null, about_id: about?.id ?? null }),
    }
    const updated = await changeRow(tx, 'incoming', { id: incomingId, version }, { ...given, ...of })
    const audit = { kind: 'incoming', id: incomingId, programme: programmeId ?? null, detail: { unit: leadUnit, dueOn } }
    return { result: { incomingId, version: updated.version }, audit }
  },
})
