import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import { type Clause, type Commitment, type ImportResult, TOPICS } from './reading/result.ts'

const uuid = z.guid()
const day = z.string().refine(isIsoDate, 'bad-input')
const year = z.int().min(1945).max(2200)
const offset = z.int().min(0)
const line = z.string().trim().min(1).max(2000)
const names = z.array(z.string().trim().min(1).max(300)).max(40)
export const clausePath = z.string().min(1).max(300)

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('continuous') }),
  z.strictObject({
    kind: z.literal('every'),
    count: z.int().min(1).max(100),
    unit: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
  }),
  z.strictObject({ kind: z.literal('occasion'), days: z.array(z.string().trim().min(1).max(100)).min(1).max(40) }),
  z.strictObject({
    kind: z.literal('by'),
    year,
    quarter: z.int().min(1).max(4).nullable(),
    month: z.int().min(1).max(12).nullable(),
    date: day.nullable(),
    text: z.string().max(500),
  }),
  z.strictObject({
    kind: z.literal('span'),
    from: z.string().max(100),
    to: z.string().max(100).nullable(),
    text: z.string().max(500),
  }),
  z.strictObject({ kind: z.literal('end-of-period') }),
  z.strictObject({ kind: z.literal('event'), text: z.string().max(500) }),
  z.strictObject({ kind: z.literal('done'), text: z.string().max(500) }),
])

/** `per` is 'year' or 'term' where a person has said so, else as printed ("năm", "xã"), else null. */
const target = z.strictObject({
  min: z.number().min(0).nullable(),
  max: z.number().min(0).nullable(),
  unit: z.string().trim().min(1).max(100),
  per: z.string().trim().min(1).max(100).nullable(),
  text: z.string().max(500),
})

/** What is known about a duty beside its text. */
export const dutyFields = z.strictObject({
  lead: names,
  support: names,
  others: names,
  advises: names,
  schedules: z.array(schedule).max(40),
  targets: z.array(target).max(40),
  topics: z.array(z.enum(TOPICS)).max(TOPICS.length),
})
export type DutyFields = z.output<typeof dutyFields>
const commitmentChange = dutyFields.partial()

const cutoff = z.tuple([z.int().min(1).max(12), z.int().min(1).max(31)])

/** One step of a person's review of a reading. The signed text is not ours to change: none can name a label or span, and a clause's text only where a machine read it off a picture. */
export const mendSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), title: line }),
  z.strictObject({ kind: z.literal('number'), number: z.string().trim().min(1).max(100).nullable() }),
  z.strictObject({ kind: z.literal('date'), date: day.nullable() }),
  z.strictObject({ kind: z.literal('place'), place: z.string().trim().min(1).max(100).nullable() }),
  z.strictObject({ kind: z.literal('effective'), date: day }),
  z.strictObject({ kind: z.literal('period'), from: year, to: year }),
  z.strictObject({
    kind: z.literal('reporting'),
    profile: z.enum(['nd09', 'calendar', 'custom']),
    cutoffs: z.strictObject({ half: cutoff, year: cutoff }).nullable(),
    /** Working days from the cut-off to the day when what is told is due; absent: as it stands. */
    dueAfter: z.int().min(0).max(60).optional(),
  }),
  z.strictObject({ kind: z.literal('lead'), party: z.int().min(0).max(3) }),
  z.strictObject({ kind: z.literal('party-body'), party: z.int().min(0).max(9), bodyId: uuid.nullable() }),
  z.strictObject({ kind: z.literal('party-add'), name: z.string().trim().min(1).max(300) }),
  z.strictObject({ kind: z.literal('party-remove'), party: z.int().min(0).max(9) }),
  z.strictObject({ kind: z.literal('commitment'), id: z.string().max(200), change: commitmentChange }),
  z.strictObject({ kind: z.literal('split'), id: z.string().max(200), at: offset }),
  z.strictObject({ kind: z.literal('join'), id: z.string().max(200) }),
  z.strictObject({ kind: z.literal('heading'), path: clausePath, heading: z.boolean() }),
  z.strictObject({ kind: z.literal('parent'), path: clausePath, parent: clausePath.nullable() }),
  /** What stands on the original where the reader of a scan has read it wrong. Only such a clause can be named. */
  z.strictObject({ kind: z.literal('reread'), path: clausePath, text: z.string().trim().min(1).max(20_000) }),
  /** A question answered by leaving things as they are. */
  z.strictObject({ kind: z.literal('settle'), key: z.string().min(1).max(300) }),
])
export type Mend = z.output<typeof mendSchema>
export type MendKind = Mend['kind']

/** `undo` takes back the last mend that still stands. */
export const mendInput = z.strictObject({
  draftId: uuid,
  version: z.int().min(1),
  mend: z.discriminatedUnion('kind', [...mendSchema.options, z.strictObject({ kind: z.literal('undo') })]),
})

/** `continues`: the programmes that the signed paper goes on with. */
export const startInput = z.strictObject({ draftId: uuid, fileId: uuid, continues: z.array(uuid).max(4).optional() })
export const draftInput = z.strictObject({ draftId: uuid, version: z.int().min(1) })
export const acceptInput = z.strictObject({ draftId: uuid, version: z.int().min(1), programmeId: uuid })

export type DraftState = 'reading' | 'read' | 'failed' | 'accepted' | 'discarded'

/** A party as printed, and the body of this site that it is. */
export type DraftParty = { name: string; lead: boolean; bodyId: string | null }
/** `doubts`: the clause was read off a picture, and of which words the reader was not sure. */
export type DraftClause = Clause & { parent: string | null; doubts?: string[] }
/** `id` is unique in the draft only: "c12", and "c12@4711" for what was split off at that offset. */
export type DraftCommitment = Commitment & { id: string }
export type DraftQuestion = { key: string; at: string; ask: string }

/** A reading as a person reviews it: what was read, what is not printed but must be known, and what is settled. */
export type DraftReading = Omit<ImportResult, 'parties' | 'clauses' | 'commitments' | 'questions'> & {
  place: string | null
  effectiveFrom: string | null
  reporting: {
    profile: 'nd09' | 'calendar' | 'custom'
    cutoffs: { half: [number, number]; year: [number, number] } | null
    /** Working days from the cut-off; absent: DUE_AFTER. */
    dueAfter?: number
  }
  parties: DraftParty[]
  clauses: DraftClause[]
  commitments: DraftCommitment[]
  questions: DraftQuestion[]
  /** Keys of asks that a person has answered by leaving things as they are. */
  settled: string[]
}

/** What a draft keeps of the source. */
export type DraftSource = { format: 'txt' | 'docx' | 'pdf'; text: string; pages: number; notes: string[] }
