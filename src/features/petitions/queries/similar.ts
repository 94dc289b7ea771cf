import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { similarTo } from '../similar.ts'
import { getPetition } from '../store.ts'

const MOST = 8

/** Petitions of the own body that say the like of one that stands, or of what is being written. */
export const similar = query({
  name: 'petitions.similar',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({ petitionId: uuid.optional(), words: z.string().max(10_300).optional() }),
  run: async ({ db, acting }, { petitionId, words }) => {
    if (typeof acting === 'string') return { similar: [] }
    const wanted = { bodyId: acting.bodyId, limit: MOST }
    if (!petitionId) return { similar: await similarTo(db, { ...wanted, words: words ?? '', notId: null }) }
    const { subject, content, bodyId, groupId } = await getPetition(db, petitionId, acting)
    if (bodyId !== acting.bodyId || !content) throw new Refusal('not-found', { what: 'petition' })
    const found = await similarTo(db, { ...wanted, words: `${subject} ${content.text}`, notId: petitionId })
    return { similar: found.filter(one => groupId === null || one.groupId !== groupId) }
  },
})
