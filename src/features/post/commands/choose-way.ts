import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { DECIDE, getProgramme, paperDay, WAYS, whyNotChoose } from '../../programmes/index.ts'

/** A leader says how the own body takes part in a programme from a day on: here, or by letters that the others write down. */
export const chooseWay = command({
  name: 'post.choose-way',
  permission: DECIDE,
  input: z.strictObject({ choiceId: z.guid(), programmeId: z.guid(), way: z.enum(WAYS), since: paperDay }),
  run: async ({ tx, acting, now, today }, { choiceId, programmeId, way, since }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    await getProgramme(tx, programmeId)
    refuseIf(whyNotChoose(acting, { since, today }))
    const chosen = { programme_id: programmeId, body_id: acting.bodyId, way, since, set_by: acting.accountId, set_at: now }
    await tx
      .insertInto('participation')
      .values({ id: choiceId, ...chosen })
      .execute()
    return {
      result: { choiceId },
      audit: { kind: 'participation', id: choiceId, programme: programmeId, detail: { way, since } },
    }
  },
})
