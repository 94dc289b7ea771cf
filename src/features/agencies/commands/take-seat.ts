import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { anyRole, personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { getPersonToday } from '../post-store.ts'
import { seatsOf, whyNotTakeSeat } from '../succession.ts'

/** The session works from now on in the seat of a body that the own one succeeded; named with the own body, it is back in the own. */
export const takeSeat = command({
  name: 'agencies.take-seat',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ bodyId: uuid }),
  run: async ({ tx, acting }, { bodyId }) => {
    const { accountId, sessionId } = personOf(acting)
    const person = await getPersonToday(tx, accountId)
    refuseIf(whyNotTakeSeat(person, bodyId, await seatsOf(tx, person.bodyId)))
    const taken = await tx
      .updateTable('session')
      .set({ seat_body: bodyId === person.bodyId ? null : bodyId })
      .where('id', '=', sessionId ?? accountId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'session' })
    return { result: { bodyId }, audit: { kind: 'session', id: taken.id, detail: { seat: bodyId } } }
  },
})
