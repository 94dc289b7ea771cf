import { z } from 'zod'
import { day, filledLine, filledLines, line, lines, uuid, version, year } from '../../kernel/fields.ts'

/** Cuộc vận động, phong trào thi đua, kết nghĩa, mô hình. */
export const MOVEMENT_KINDS = ['campaign', 'emulation', 'twinning', 'model'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

export const STANDINGS = ['going-on', 'recognised', 'closed'] as const
export type Standing = (typeof STANDINGS)[number]

/** What it counts, in its own unit: hộ, nhà, ngày công, đồng. */
const measure = z.strictObject({ measureId: uuid, name: filledLine(120), unit: filledLine(40) })
export type Measure = z.output<typeof measure>

export const movementFields = {
  title: filledLine(200),
  content: filledLines(5000),
  paperNumber: line(60).default(''),
  paperDate: day.nullable().default(null),
  paperIssuer: line(200).default(''),
  startsOn: day,
  endsOn: day.nullable().default(null),
  placeId: uuid.nullable().default(null),
  /** An agency, a unit or a community; never a person. */
  keeper: line(200).default(''),
  measures: z.array(measure).max(12).default([]),
  programmeId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
}
export const registerInput = z.strictObject({
  movementId: uuid,
  kind: z.enum(MOVEMENT_KINDS),
  /** The model that this one repeats elsewhere. */
  copiedFrom: uuid.optional(),
  ...movementFields,
})
export const changeInput = z.strictObject({ movementId: uuid, version, ...movementFields })
export type MovementFields = Omit<z.output<typeof changeInput>, 'movementId' | 'version'>

const figure = z.strictObject({ measureId: uuid, value: z.number().min(0, 'field.negative').max(1e14) })
export type Figure = z.output<typeof figure>
const figures = z.array(figure).max(12)
export const registerYearInput = z.strictObject({ movementId: uuid, version, year, registeredOn: day, figures })
export const reportYearInput = z.strictObject({
  movementId: uuid,
  version,
  year,
  reportedOn: day,
  figures,
  said: lines(3000).default(''),
})

export const recogniseInput = z.strictObject({
  movementId: uuid,
  version,
  number: filledLine(60),
  date: day,
  issuer: filledLine(200),
})
export const endInput = z.strictObject({ movementId: uuid, version, endedOn: day, reason: filledLine(500) })
export const activityInput = z.strictObject({ movementId: uuid, activityId: uuid })

export const movementIdInput = z.strictObject({ movementId: uuid })
export const versionedInput = z.strictObject({ movementId: uuid, version })
