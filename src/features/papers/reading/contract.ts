import { z } from 'zod'
import { uuid, version } from '../../../kernel/fields.ts'

export const READING_STATES = ['reading', 'stopped', 'read', 'failed'] as const
export type ReadingState = (typeof READING_STATES)[number]

export const readInput = z.strictObject({ readingId: uuid, fileId: uuid })
export const readingIdInput = z.strictObject({ readingId: uuid })
export const readingInput = z.strictObject({ readingId: uuid, version })
/** Boxes of the form that a machine can propose. */
export const READ_FIELDS = ['issuer', 'cited', 'dated', 'kind', 'subject'] as const
export type ReadField = (typeof READ_FIELDS)[number]
