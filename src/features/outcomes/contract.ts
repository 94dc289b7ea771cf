import { z } from 'zod'
import { day, filledLine, uuid, version, year } from '../../kernel/fields.ts'
import { OUTCOME_KEYS } from './indicators.ts'

export const indicator = z.enum(OUTCOME_KEYS)

const figure = z.strictObject({ communeId: uuid, value: z.number().min(0, 'field.negative').max(1e9) })
export type OutcomeFigure = z.output<typeof figure>

/** The official report that says it, and its figures by commune: totals only. */
export const reportFields = {
  clausePath: z.string().max(300).optional(),
  number: filledLine(60),
  issuedOn: day,
  issuer: filledLine(200),
  figures: z.array(figure).min(1, 'field.empty').max(200),
}
export const recordInput = z.strictObject({ reportId: uuid, programmeId: uuid, indicator, year, ...reportFields })
export const changeInput = z.strictObject({ reportId: uuid, version, ...reportFields })
export const versionedInput = z.strictObject({ reportId: uuid, version })
export const reportIdInput = z.strictObject({ reportId: uuid })
