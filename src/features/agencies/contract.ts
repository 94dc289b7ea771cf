import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../kernel/dates.ts'
import { ACTS, POST_ROLES, type Role, workers } from '../../kernel/permissions.ts'
import { parseBodyCode } from './codes.ts'

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

export const BODY_LEVELS = ['central', 'province', 'district', 'commune'] as const
export type BodyLevel = (typeof BODY_LEVELS)[number]

export const isoDate = z.string().refine(isIsoDate, 'field.date')

/** Either direction is typed; the one of QĐ 20/2020/QĐ-TTg is kept. */
export const bodyCode = z.string().transform((typed, context) => {
  const code = parseBodyCode(typed)
  if (code !== null) return code
  context.addIssue('field.body-code')
  return z.NEVER
})

/** What is printed of a body; all of it can change on one day. */
export const printedFields = {
  name: shortText,
  shortName: shortText,
  symbol: symbolText,
  code: bodyCode.optional(),
  superior: shortText.optional(),
  place: shortText,
}

/** How a body is reached and where it stands among others. */
const contact = {
  level: z.enum(BODY_LEVELS).optional(),
  parentBody: uuid.optional(),
  email: z.email('field.email').max(200).optional(),
  address: shortText.optional(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
}

export const bodyInput = z.strictObject({ bodyId: uuid, kind: z.enum(BODY_KINDS), ...printedFields, ...contact })

export const changeBodyInput = z.strictObject({ bodyId: uuid, version: z.int().min(1), kind: z.enum(BODY_KINDS), ...contact })

export const renameBodyInput = z.strictObject({
  nameId: uuid,
  bodyId: uuid,
  ...printedFields,
  validFrom: isoDate,
  /** The paper that gave the name. */
  decision: z.strictObject({ number: shortText, date: isoDate }).optional(),
})

/** What a body is called from a day on; `validFrom` null from the beginning. */
export type BodyName = {
  id: string
  name: string
  shortName: string
  symbol: string
  code: string | null
  superior: string | null
  place: string
  validFrom: IsoDate | null
  decision: { number: string; date: IsoDate | null } | null
}

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
  roles: z.array(z.enum(POST_ROLES)).min(1),
  password,
  /** Only the loading of samples makes demo accounts. */
  demo: z.boolean().default(false),
})

export const givePostInput = z.strictObject({
  postId: uuid,
  accountId: uuid,
  unitId: uuid.optional(),
  title: shortText,
  roles: z.array(z.enum(POST_ROLES)).min(1),
  from: isoDate.optional(),
  to: isoDate.optional(),
})

export const authoriseInput = z.strictObject({
  authorisationId: uuid,
  accountId: uuid,
  number: shortText,
  paperDate: isoDate,
  fileId: uuid.optional(),
  /** What the paper lets the person do, in its own words; and what of that the product asks: acts, and programmes where not all. */
  scope: shortText,
  acts: z.array(z.enum(ACTS)).min(1),
  programmeIds: z.array(uuid).min(1).max(100).optional(),
  from: isoDate,
  to: isoDate,
})

const assigners: readonly Role[] = [...workers, 'administrator']
/** Work is handed on by whoever has it, by the head of the unit, a leader or the administrator. */
export const ASSIGN = { roles: assigners, reach: 'own' } as const

export const assignWorkInput = z
  .strictObject({
    subjects: z
      .array(z.strictObject({ kind: z.string().min(1).max(40), id: uuid }))
      .min(1)
      .max(200),
    accountId: uuid,
    deputyId: uuid.optional(),
  })
  .refine(input => input.deputyId !== input.accountId, { message: 'field.deputy', path: ['deputyId'] })
