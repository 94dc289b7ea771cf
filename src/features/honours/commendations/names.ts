import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { purposeText } from '../../../engine/disclosure.ts'
import type { KeyStore } from '../../../engine/keys/key-store.ts'
import { openName } from '../../../engine/keys/sealed-name.ts'
import { query } from '../../../engine/query.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { KEEP, whyNotKeep } from './rules.ts'
import { getCommendation } from './store.ts'

export type SealedLine = { lineId: string; keyId: string; sealed: Buffer }

export const sealedNames = (db: ReadDb, commendationId: string): Promise<SealedLine[]> =>
  db
    .selectFrom('commendation_name')
    .select(['line_id as lineId', 'sealed_key as keyId', 'sealed'])
    .where('commendation_id', '=', commendationId)
    .execute()

/** Names by line; one whose key is gone is left out. */
export async function openNames(keys: KeyStore, lines: readonly SealedLine[]): Promise<Record<string, string>> {
  const opened = await Promise.all(lines.map(async line => [line.lineId, await openName(keys, line, line.lineId)] as const))
  return Object.fromEntries(opened.flatMap(([lineId, name]) => (name === null ? [] : [[lineId, name]])))
}

/** The names of one round as the browser gets them. */
export type Names = { names: Record<string, string> }

/** The names of individuals in one round, for its keepers who say why; each reading stands in the access log. */
export const names = query({
  name: 'honours.commendation-names',
  permission: KEEP,
  input: z.strictObject({ commendationId: uuid, purpose: purposeText }),
  sensitive: ({ commendationId }) => ({ kind: 'commendation-names', id: commendationId }),
  run: async ({ db, acting }, { commendationId }) => {
    refuseIf(whyNotKeep(acting, await getCommendation(db, commendationId)))
    return { sealed: await sealedNames(db, commendationId) }
  },
  unseal: async (keys, { sealed }): Promise<Names> => ({ names: await openNames(keys, sealed) }),
})
