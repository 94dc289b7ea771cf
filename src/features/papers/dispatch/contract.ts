import { z } from 'zod'
import { day, filledLine, uuid, version } from '../../../kernel/fields.ts'
import { READ_FIELDS } from '../reading/contract.ts'

/** Within the site; by mail with the file; as a ZIP with its metadata (NĐ 30/2020/NĐ-CP, Phụ lục VI); on paper, marked by hand. */
export const SEND_WAYS = ['inside', 'mail', 'zip', 'post'] as const
export type SendWay = (typeof SEND_WAYS)[number]

const sending = z.strictObject({
  dispatchId: uuid,
  way: z.enum(SEND_WAYS),
  toBodyId: uuid.optional(),
  toName: filledLine(300),
  mailTo: z.email('field.email').max(254).optional(),
})
export type Sending = z.output<typeof sending>

export const sendInput = z.strictObject({ paperId: uuid, version, sendings: z.array(sending).min(1, 'field.empty').max(60) })
export const receiveInput = z.strictObject({ incomingId: uuid, dispatchId: uuid, version, arrivedOn: day })
export const returnInput = z.strictObject({ dispatchId: uuid, version, reason: filledLine(300) })
export const incomingInput = z.strictObject({
  incomingId: uuid,
  arrivedOn: day,
  issuer: filledLine(300),
  cited: filledLine(60),
  dated: day,
  kind: z.string().regex(/^\p{L}{2,5}$/u, 'field.kind'),
  subject: filledLine(500),
  fileId: uuid.optional(),
  /** Boxes that a machine has filled: the clerk has compared them with the paper. */
  read: z
    .strictObject({ fields: z.array(z.enum(READ_FIELDS)).min(1), compared: z.literal(true, 'field.read-compared') })
    .optional(),
})
/** What a paper that came in answers: a petition or a request of the own body, or a clause by which a partner informs. */
export const ABOUT_KINDS = ['petition', 'request', 'duty'] as const
export type AboutKind = (typeof ABOUT_KINDS)[number]
const about = z.strictObject({ kind: z.enum(ABOUT_KINDS), id: uuid })
export type About = z.output<typeof about>
export const giveInput = z.strictObject({
  incomingId: uuid,
  version,
  leadUnit: uuid,
  supportUnits: z.array(uuid).max(20).default([]),
  dueOn: day.nullable().default(null),
  programmeId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
  /** Null takes the link off; left out, it stays as it is. */
  about: about.nullable().optional(),
})
export const mailAgainInput = z.strictObject({ dispatchId: uuid, version, mailTo: z.email('field.email').max(254) })
export const settleInput = z.strictObject({ incomingId: uuid, version, settledOn: day })
export const incomingIdInput = z.strictObject({ incomingId: uuid })
