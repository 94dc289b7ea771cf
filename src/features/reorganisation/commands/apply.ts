import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { addDays } from '../../../kernel/dates.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../../agencies/index.ts'
import { applyPassings } from '../../programmes/index.ts'
import { endBody, moveBody, renameBodyBy } from '../effect.ts'
import { isAgreed, whyNotAsked, whyNotReorganise } from '../rules.ts'
import { applyShares } from '../shares.ts'
import { agreedBodies, concerned, getReorganisation, groundOf, haveAccounts } from '../store.ts'

/** Sent by the clock on the day: everything that the event says, in one transaction or not at all. */
export const apply = command({
  name: 'reorganisation.apply',
  permission: 'system',
  input: z.strictObject({ reorganisationId: uuid }),
  run: async ({ tx, now, today }, { reorganisationId }) => {
    const event = await getReorganisation(tx, reorganisationId)
    const { id, version, content, effectiveOn } = event
    if (event.state !== 'agreed' || effectiveOn > today) throw new Refusal('reorganisation.not-open')
    // A body may have got its people after the others agreed.
    const sides = await haveAccounts(tx, await concerned(tx, event))
    refuseIf(whyNotAsked(event, sides))
    if (!isAgreed(sides, await agreedBodies(tx, id))) throw new Refusal('reorganisation.not-agreed')
    refuseIf(whyNotReorganise(event, await groundOf(tx)))
    await changeRow(tx, 'reorganisation', { id, version }, { state: 'applied', applied_at: now, failure: null })
    for (const one of content.renamings) await renameBodyBy(tx, event, one, { now, today })
    for (const one of content.movings) await moveBody(tx, one)
    for (const one of content.endings) await endBody(tx, event, { ...one, lastDay: addDays(effectiveOn, -1) }, now)
    await applyPassings(tx, id)
    await applyShares(tx, id)
    return { result: { reorganisationId }, audit: { kind: 'reorganisation', id, detail: { concerned: event.concerned } } }
  },
})
