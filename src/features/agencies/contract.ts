import { z } from 'zod'
import { ROLES } from '../../kernel/permissions.ts'

export const uuid = z.guid()
/** A short printed text: trimmed, NFC, not empty. */
export const shortText = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(300))

export const BODY_KINDS = ['state', 'party', 'front', 'mass'] as const
export type BodyKind = (typeof BODY_KINDS)[number]

/** Document symbol of a body as in "05/KH-SDTTG": capitals, Đ and digits. */
export const symbolText = z.string().regex(/^[A-ZĐ0-9]{2,12}(-[A-ZĐ0-9]{1,12})?$/, 'field.symbol')

export const bodyInput = z.strictObject({
  bodyId: uuid,
  name: shortText,
  shortName: shortText,
  symbol: symbolText,
  kind: z.enum(BODY_KINDS),
  superior: shortText.optional(),
  place: shortText,
})

/** Composed in NFC: the same word typed in another Unicode form must open the same door. */
export const password = z
  .string()
  .max(200)
  .transform(text => text.normalize('NFC'))
  .pipe(z.string().min(10, 'field.password-short'))

export const username = z
  .string()
  .transform(text => text.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,40}$/, 'field.username'))

export const accountInput = z.strictObject({
  accountId: uuid,
  bodyId: uuid,
  unitId: uuid.optional(),
  username,
  displayName: shortText,
  post: z.string().max(200).default(''),
  roles: z.array(z.enum(ROLES)).min(1),
  password,
  /** Only the loading of samples makes demo accounts. */
  demo: z.boolean().default(false),
})
