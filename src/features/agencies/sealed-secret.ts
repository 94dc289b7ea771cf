import type { KeyStore } from '../../engine/keys/key-store.ts'
import { seal, unseal } from '../../engine/keys/seal.ts'

const KEY_NAME = 'second-factor'

/** The secret of an account's second factor as the database keeps it: it opens for this account alone. */
export const sealSecret = async (keys: KeyStore, secret: string, accountId: string): Promise<Buffer> =>
  seal(await keys.ofSite(KEY_NAME), secret, accountId)

/** Null where there is none, or where its key was lost with its machine: then the telephone is enrolled anew. */
export async function openSecret(keys: KeyStore, sealed: Buffer | null, accountId: string): Promise<string | null> {
  if (!sealed) return null
  const key = await keys.ofSite(KEY_NAME)
  try {
    return unseal(key, sealed, accountId)
  } catch {
    return null
  }
}
