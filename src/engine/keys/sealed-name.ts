import type { KeyStore } from './key-store.ts'
import { seal, unseal } from './seal.ts'

/** A private name as a row keeps it: under a key of its own that lies outside database and backup. */
export type SealedName = { keyId: string; sealed: Buffer }

/** Seals a name under a new key; `of` is the id of its record, which binds it there. */
export async function sealName(keys: KeyStore, name: string, of: string): Promise<SealedName> {
  const { keyId, key } = await keys.make()
  return { keyId, sealed: seal(key, name, of) }
}

/** The name again; null where its key is destroyed. */
export async function openName(keys: KeyStore, { keyId, sealed }: SealedName, of: string): Promise<string | null> {
  const key = await keys.find(keyId)
  return key && unseal(key, sealed, of)
}
