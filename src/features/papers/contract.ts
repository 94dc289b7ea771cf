import { z } from 'zod'
import type { IsoDate } from '../../kernel/dates.ts'
import { day, filledLine, uuid, version } from '../../kernel/fields.ts'
import type { PaperProfile } from '../documents/index.ts'

/** Records that become papers, by the field that names one: a request and a petition also have a letter that urges their answer. */
const RECORDS = {
  reviewId: 'review',
  planId: 'plan',
  amendmentId: 'amendment',
  meetingId: 'meeting',
  requestId: 'request',
  urgedRequestId: 'request-urging',
  petitionId: 'petition',
  urgedPetitionId: 'petition-urging',
  packageId: 'package',
  commendationId: 'commendation',
} as const
type RecordField = keyof typeof RECORDS
export type RecordKind = (typeof RECORDS)[RecordField]
/** What a paper is set from: one of the own records, what was written as a paper from the start, or a PDF that was written elsewhere. */
export type SourceKind = RecordKind | 'written' | 'file'

export const PAPER_STATES = ['draft', 'checked', 'frozen', 'issued', 'recalled', 'dropped'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** By certificate (PAdES) in the one file, or in ink on the printed one. */
export type Way = 'certificate' | 'ink'

export type PaperParty = {
  bodyId: string
  position: number
  name: string
  way: Way | null
  signedAt: Date | null
  sealedAt: Date | null
}

/** What the next step is, and whose: the person signs, the lead's clerk gives the number, the clerk sets the seal. */
export type Turn = { bodyId: string; step: 'sign' | 'number' | 'seal' }

/** What the rules need to know of a paper. `bodyId` leads. */
export type HeldPaper = {
  bodyId: string
  programmeId: string | null
  kind: string
  profile: PaperProfile
  state: PaperState
  number: number | null
  dated: IsoDate | null
  removed: boolean
  parties: readonly PaperParty[]
}

export const ENTRY_STANDINGS = ['issued', 'reserved', 'cancelled'] as const
export type EntryStanding = (typeof ENTRY_STANDINGS)[number]

/** "BC", "CTr", "QĐ"; of a letter "CV". */
const kind = z.string().regex(/^\p{L}{2,5}$/u, 'field.kind')
const recipients = z.array(filledLine(300)).min(1, 'field.empty').max(60)

/** A record that becomes a paper: one of them. */
const id = uuid.optional()
const sourceFields = {
  reviewId: id,
  planId: id,
  amendmentId: id,
  meetingId: id,
  requestId: id,
  urgedRequestId: id,
  petitionId: id,
  urgedPetitionId: id,
  packageId: id,
  commendationId: id,
} satisfies Record<RecordField, typeof id>
export type AskedSource = z.output<z.ZodObject<typeof sourceFields>>
const fieldsOf = (asked: AskedSource): RecordField[] =>
  (Object.keys(RECORDS) as RecordField[]).filter(field => asked[field] !== undefined)
const isOne = (asked: AskedSource) => fieldsOf(asked).length === 1
export const sourceInput = z.strictObject(sourceFields).refine(isOne, 'bad-input')
export const prepareInput = z.strictObject({ paperId: uuid, ...sourceFields }).refine(isOne, 'bad-input')

/** What was asked for by which of its ids. */
export function namedSource(asked: AskedSource): { kind: RecordKind; id: string } {
  const [field] = fieldsOf(asked)
  return { kind: RECORDS[field!], id: asked[field!]! }
}

/** A letter corrects the form of a paper; a paper of the same type replaces its content (NĐ 30/2020/NĐ-CP, Điều 18). */
export const AMENDS_AS = ['corrects', 'replaces'] as const
export type AmendsAs = (typeof AMENDS_AS)[number]
const amends = z.strictObject({ paperId: uuid, as: z.enum(AMENDS_AS) })

export const enterInput = z.strictObject({
  paperId: uuid,
  fileId: uuid,
  kind,
  subject: filledLine(500),
  recipients,
  /** The programme that it serves: reports of all parties count it by its number. */
  programmeId: uuid.optional(),
  amends: amends.optional(),
})
export const recipientsInput = z.strictObject({ paperId: uuid, version, recipients })
/** The words of a letter, an entry a paragraph; null puts back those that it has by default. */
export const wordInput = z.strictObject({
  paperId: uuid,
  version,
  words: z.array(filledLine(4000)).min(1, 'field.empty').max(60).nullable(),
})
export const paperIdInput = z.strictObject({ paperId: uuid })
export const versionedInput = z.strictObject({ paperId: uuid, version })

/** `after`: a letter behind a number that is taken (06A); `keptId`: a number that was kept; neither: the next one. */
export const numberInput = z.strictObject({
  paperId: uuid,
  version,
  entryId: uuid,
  dated: day,
  keptId: uuid.optional(),
  after: z.int().min(1).max(99_999).optional(),
  /** The person has signed by hand on the printed paper. */
  ink: z.boolean().default(false),
})
export const recallInput = z.strictObject({ paperId: uuid, version, reason: filledLine(300) })
export const keepInput = z.strictObject({ entryId: uuid, kind, dated: day, keptFor: filledLine(200) })
export const cancelInput = z.strictObject({ entryId: uuid, version, reason: filledLine(300) })
export const bookInput = z.strictObject({ bookId: uuid, kind, dated: day, first: z.int().min(1).max(99_999) })
export const termInput = z.strictObject({ startsOn: day, name: z.string().regex(/^\d{4} - \d{4}$/, 'field.term') })

/** A key file (PKCS#12) in base64 and its password: used once, kept nowhere. */
const key = {
  keyFile: z.base64().min(1, 'field.empty').max(400_000),
  password: z.string().max(200),
  /** The picture of the signature or of the seal (PNG) in base64: used once as well. */
  picture: z.base64().min(1, 'field.empty').max(540_000).optional(),
}
/** `entryId` is the line of the own register, where the step is the seal of a further side. */
export const signInput = z.strictObject({ paperId: uuid, version, ...key })
export const sealInput = z.strictObject({ paperId: uuid, version, entryId: uuid, ...key })
/** `reason`: why the clerk takes a file that was signed with the certificate of another than the paper names. */
export const uploadInput = z.strictObject({
  paperId: uuid,
  version,
  entryId: uuid,
  fileId: uuid,
  reason: filledLine(300).optional(),
})
/** Number and day as they stand on the scan. */
export const scanInput = z.strictObject({
  paperId: uuid,
  version,
  entryId: uuid,
  fileId: uuid,
  number: filledLine(12),
  dated: day,
  compared: z.literal(true, 'field.compared'),
})
