import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB and two passes, as OWASP's password storage sheet advises for small servers.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST)

export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFC')).catch(() => false)
