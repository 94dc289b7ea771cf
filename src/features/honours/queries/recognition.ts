import { z } from 'zod'
import { purposeText } from '../../../engine/disclosure.ts'
import { openName } from '../../../engine/keys/sealed-name.ts'
import { type AnswerOf, query } from '../../../engine/query.ts'
import { getPlaces } from '../../agencies/index.ts'
import { type Nature, uuid } from '../contract.ts'
import { forgottenOn, GIVE, HANDLE, may, whyNotRestore, whyNotStanding } from '../rules.ts'
import { getRecognition } from '../store.ts'

/**
 * One record of the register: who, by which decision, and what the own unit has given. For the keeping unit, who says why; each reading
 * stands in the access log.
 */
export const recognition = query({
  name: 'honours.recognition',
  permission: HANDLE,
  input: z.strictObject({ recognitionId: uuid, purpose: purposeText }),
  sensitive: ({ recognitionId }) => ({ kind: 'recognition', id: recognitionId }),
  run: async ({ db, acting, now, today }, { recognitionId }) => {
    const found = await getRecognition(db, recognitionId)
    const [village] = await getPlaces(db, [found.villageId])
    const kept = await db
      .selectFrom('recognition_name')
      .select(['sealed', 'sealed_key as keyId'])
      .where('recognition_id', '=', recognitionId)
      .executeTakeFirst()
    const benefits = await db
      .selectFrom('benefit')
      .select(['id', 'nature', 'given_on', 'amount', 'over_reason', 'version'])
      .where('recognition_id', '=', recognitionId)
      .where('removed_at', 'is', null)
      .orderBy('given_on', 'desc')
      .orderBy('id')
      .execute()
    const { endNotedAt, ...facts } = found
    return {
      today,
      recognition: facts,
      village: village!.name,
      commune: village!.parentName ?? '',
      kept: kept ?? null,
      forgottenOn: found.endedOn && forgottenOn(found.endedOn),
      benefits: benefits.map(row => ({
        id: row.id,
        nature: row.nature as Nature,
        givenOn: row.given_on,
        amount: row.amount,
        overReason: row.over_reason,
        version: row.version,
      })),
      can: {
        give: may(GIVE, acting) && whyNotStanding(found) === null,
        remove: may(HANDLE, acting) && whyNotStanding(found) === null,
        restore: may(HANDLE, acting) && whyNotRestore({ endedBy: found.endedBy, notedAt: endNotedAt }, now) === null,
        takeBack: may(HANDLE, acting),
      },
    }
  },
  unseal: async (keys, { kept, ...shown }) => ({
    ...shown,
    name: kept && (await openName(keys, kept, shown.recognition.id)),
  }),
})

/** A record as the browser gets it. */
export type Opened = Omit<AnswerOf<typeof recognition>, 'kept'> & { name: string | null }
