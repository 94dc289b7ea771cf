import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

export const endSession = command({
  name: 'agencies.end-session',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ sessionId: uuid }),
  run: async ({ tx, now }, { sessionId }) => {
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('id', '=', sessionId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw new Refusal('not-found', { what: 'session' })
    return { result: { sessionId }, audit: { kind: 'session', id: sessionId } }
  },
})
