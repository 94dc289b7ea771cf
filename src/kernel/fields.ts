import { z } from 'zod'
import { isIsoDate } from './dates.ts'

/** Plain fields that commands of several features ask for. Their problems are the codes 'field.…'. */
export const uuid = z.guid()
export const version = z.int().min(1)
export const day = z.string().refine(isIsoDate, 'field.date')
export const year = z.int().min(2000).max(2100)

/** One line of text, possibly empty: NFC, blanks made one. */
export const line = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max, 'field.too-long'))
export const filledLine = (max: number) => line(max).pipe(z.string().min(1, 'field.empty'))

/** Several lines of text, possibly empty. */
export const lines = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
export const filledLines = (max: number) => lines(max).pipe(z.string().min(1, 'field.empty'))
