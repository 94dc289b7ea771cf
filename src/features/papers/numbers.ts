import { yearOf } from '../../kernel/dates.ts'
import type { PaperProfile } from '../documents/index.ts'

/** "05", "06A", "138". */
export const printNumber = (number: number, letter = ''): string => `${String(number).padStart(2, '0')}${letter}`

/** "05/BC-UBMTTQ-SDTTG" of a state paper, "138-CV/BTGDVTU" of a Party one. */
export const printSymbol = (profile: PaperProfile, number: string, symbol: string): string =>
  `${number}${profile === 'nd30' ? '/' : '-'}${symbol}`

/**
 * Which book a number is taken from: one a year (NĐ 30/2020/NĐ-CP, Điều 15); of a Party body one for each type of paper through
 * the term of its committee (HD 05-HD/VPTW). `term` is the one of the day.
 */
export const bookKey = (bodyKind: string, kind: string, dated: string, term: string | null): string | null =>
  bodyKind !== 'party' ? String(yearOf(dated)) : term === null ? null : `${kind} ${term}`

/** The first letter from A on that is free behind a number; null where all are taken. */
export const nextLetter = (taken: readonly string[]): string | null =>
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find(letter => !taken.includes(letter)) ?? null
