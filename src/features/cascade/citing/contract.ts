import { z } from 'zod'
import { uuid } from '../../../kernel/fields.ts'
import { PARENT_LEVELS } from '../contract.ts'

/** What is cited: a programme of this site, or a reading of a paper that the own side has imported. */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme'), id: uuid }),
  z.strictObject({ kind: z.literal('import'), id: uuid }),
])
export type Source = z.output<typeof source>
export const citeInput = z.strictObject({ upperId: uuid, programmeId: uuid, level: z.enum(PARENT_LEVELS), source })
/** `version` 0 opens for the first time. */
export const openInput = z.strictObject({ openingId: uuid, programmeId: uuid, version: z.int().min(0) })
export const closeInput = z.strictObject({ openingId: uuid, version: z.int().min(1) })
