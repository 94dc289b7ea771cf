import { z } from 'zod'
import { purposeText } from '../../../engine/disclosure.ts'
import { openName } from '../../../engine/keys/sealed-name.ts'
import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotSender } from '../rules.ts'
import { getPetition } from '../store.ts'

/** The sender's name as the browser gets it. */
export type Sender = { sender: string }

/** The name of who brought a petition, for its handler who says why; each reading stands in the access log. */
export const sender = query({
  name: 'petitions.sender',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({ petitionId: uuid, purpose: purposeText }),
  sensitive: ({ petitionId }) => ({ kind: 'petition-sender', id: petitionId }),
  run: async ({ db, acting }, { petitionId }) => {
    const found = await getPetition(db, petitionId, acting)
    refuseIf(whyNotSender(acting, found))
    const { sender: sealed, senderKey } = found.content ?? {}
    if (!sealed || !senderKey) throw new Refusal('petitions.forgotten')
    return { petitionId, keyId: senderKey, sealed }
  },
  unseal: async (keys, { petitionId, ...kept }): Promise<Sender> => {
    const name = await openName(keys, kept, petitionId)
    if (name === null) throw new Refusal('petitions.forgotten')
    return { sender: name }
  },
})
