import { z } from 'zod'
import { day, line, name, uuid, version } from '../contract.ts'
import { FORM_KEYS } from './forms.ts'

export const STATES = ['open', 'dossier', 'voted', 'decided', 'awarded', 'stopped'] as const
export type CommendationState = (typeof STATES)[number]
export const SORTS = ['individual', 'collective'] as const
export type Sort = (typeof SORTS)[number]

export const openInput = z.strictObject({
  commendationId: uuid,
  occasion: line(200),
  form: z.enum(FORM_KEYS),
  issuer: line(200),
  programmeId: uuid.optional(),
  ceremonyOn: day.nullable(),
  /** Left out where a rule names the day. */
  term: z.strictObject({ on: day, basis: line(200) }).optional(),
})
const at = { commendationId: uuid, version }
export const atInput = z.strictObject(at)
export const commendationIdInput = z.strictObject({ commendationId: uuid })
export const nominateInput = z.strictObject({
  lineId: uuid,
  commendationId: uuid,
  sort: z.enum(SORTS),
  name: z.union([name, line(200)]),
  workplace: z
    .string()
    .max(200, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
})
export const lineIdInput = z.strictObject({ lineId: uuid })
export const dossierInput = z.strictObject({ ...at, number: line(60), date: day, complete: z.literal(true, 'field.dossier') })
export const voteInput = z.strictObject({
  ...at,
  day,
  minutes: line(60),
  members: z.int().min(1, 'field.members').max(200),
  votes: z
    .array(z.strictObject({ lineId: uuid, votes: z.int().min(0, 'field.negative').max(200) }))
    .min(1)
    .max(500),
})
export const decisionInput = z.strictObject({
  ...at,
  number: line(60),
  date: day,
  awards: z
    .array(
      z.strictObject({
        lineId: uuid,
        amount: z.int().min(0, 'field.negative').max(1_000_000_000).nullable(),
        certificate: z.string().max(60, 'field.too-long').default(''),
      }),
    )
    .min(1, 'field.empty')
    .max(500),
})
export const awardInput = z.strictObject({ ...at, day, place: line(200) })
