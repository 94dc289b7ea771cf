import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import { isTime } from '../../kernel/time-text.ts'

const uuid = z.guid()
const version = z.int().min(1)
const day = z.string().refine(isIsoDate, 'field.date')
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const line = (max: number) => z.string().max(max, 'field.too-long').transform(tidy)
const filled = (max: number) => line(max).pipe(z.string().min(1, 'field.empty'))
const written = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

/** A unit and the two behind it. `phone` and `email` are those of the office, never private ones. */
const focalPoint = {
  unit: filled(200),
  holder: filled(200),
  holderPost: line(200),
  deputy: filled(200),
  deputyPost: line(200),
  phone: line(60),
  email: line(200).pipe(z.union([z.literal(''), z.email('field.email')])),
  fromOn: day,
  toOn: day.nullable(),
}
export type FocalPointFields = z.output<z.ZodObject<typeof focalPoint>>
/** Chosen from the own side's people, whose name and post of today are taken; without an account they are typed. */
const account = uuid.nullable().default(null)
const focalAccounts = { holderAccount: account, deputyAccount: account }
export const nameFocalPointInput = z.strictObject({ focalPointId: uuid, programmeId: uuid, ...focalPoint, ...focalAccounts })
export const changeFocalPointInput = z.strictObject({ focalPointId: uuid, version, ...focalPoint, ...focalAccounts })

/** The paper that set the working group up. */
const founding = { number: filled(100), decidedOn: day, fileId: uuid.nullable() }
export const foundGroupInput = z.strictObject({ groupId: uuid, programmeId: uuid, ...founding })
export const changeGroupInput = z.strictObject({ groupId: uuid, version, ...founding })

/** Tổ trưởng, tổ phó, thành viên, thư ký. */
export const MEMBER_ROLES = ['head', 'deputy', 'member', 'secretary'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
const member = { name: filled(200), post: line(200), role: z.enum(MEMBER_ROLES), fromOn: day, toOn: day.nullable() }
export type MemberFields = z.output<z.ZodObject<typeof member>>
export const addMemberInput = z.strictObject({ memberId: uuid, groupId: uuid, ...member, account })
export const changeMemberInput = z.strictObject({ memberId: uuid, version, ...member, account })

export const MEETING_STATES = ['draft', 'proposed', 'returned', 'agreed'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

const conclusion = z.strictObject({
  conclusionId: uuid,
  text: filled(2000),
  leadBody: uuid,
  supportBodies: z.array(uuid).max(4),
  dueOn: day.nullable(),
  clausePath: z.string().min(1).max(300).nullable(),
})
export type ConclusionFields = z.output<typeof conclusion>

const hour = z
  .string()
  .refine(text => text === '' || isTime(text), 'field.time')
  .default('')
const meeting = {
  heldOn: day,
  beginsAt: hour,
  endsAt: hour,
  place: filled(200),
  /** Bodies and units, a line each; no list of persons. */
  present: written(2000).default(''),
  secretary: line(200).default(''),
  chairedBy: uuid,
  agenda: written(5000).pipe(z.string().min(1, 'field.empty')),
  notes: written(20_000),
  minutesFile: uuid.nullable(),
  conclusions: z.array(conclusion).max(60, 'field.conclusions'),
}
export type MeetingFields = z.output<z.ZodObject<typeof meeting>>
/** `about` is the record that was talked of: of what was said of it on one day a side drafts minutes once. */
export const recordMeetingInput = z.strictObject({ meetingId: uuid, programmeId: uuid, about: uuid.optional(), ...meeting })
export const changeMeetingInput = z.strictObject({ meetingId: uuid, version, ...meeting })
export const moveMeetingInput = z.strictObject({ meetingId: uuid, version })
export const returnMeetingInput = z.strictObject({ meetingId: uuid, version, reason: filled(1000) })
/** `digest` says which minutes the leader has seen. */
export const agreeMeetingInput = z.strictObject({ meetingId: uuid, digest: z.string().regex(/^[0-9a-f]{64}$/) })

export const CONCLUSION_STATES = ['to-do', 'going-on', 'done'] as const
export type ConclusionState = (typeof CONCLUSION_STATES)[number]
export const moveConclusionInput = z.strictObject({
  conclusionId: uuid,
  version,
  state: z.enum(CONCLUSION_STATES),
  result: line(1000),
})
/** `entryId` is the item of the own plan, or the proposal that would add it to a shared one. */
export const linkConclusionInput = z.strictObject({ conclusionId: uuid, planId: uuid, entryId: uuid })
export const unlinkConclusionInput = z.strictObject({ conclusionId: uuid, entryId: uuid })
export const takeBackPlaceInput = z.strictObject({ kind: z.enum(['focal-point', 'member']), id: uuid })

export const programmeInput = z.strictObject({ programmeId: uuid })
export const meetingInput = z.strictObject({ meetingId: uuid })
