import type { Block, PaperProfile } from './contract.ts'
import { layoutOf } from './layout.ts'

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** "IV" of 4; papers have fewer than forty sections. */
export function roman(number: number): string {
  const step = ROMAN.find(([value]) => value <= number)
  return step ? step[1] + roman(number - step[0]) : ''
}

/** Letters of points: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư (NĐ 30, Phụ lục I, II.6). */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** What stands behind the number of a section: "." or, in the Party, "-". */
export const sectionMark = (profile: PaperProfile): '.' | '-' => layoutOf(profile).sectionMark

/** "I." or, in the Party, "I-". */
export const sectionLabel = (profile: PaperProfile, number: number): string => `${roman(number)}${sectionMark(profile)}`

/** "Phụ lục" where there is one, else "Phụ lục I" or, in the Party, "Phụ lục 1" (NĐ 30, Phụ lục I, III.1; HD 36, 4.5). */
export function annexLabel(profile: PaperProfile, number: number, of: number): string {
  if (of < 2) return 'Phụ lục'
  return `Phụ lục ${layoutOf(profile).annex.numerals === 'roman' ? roman(number) : number}`
}

/** A text of sections: labels are made by place. `heading` makes a clause the title of those under it. */
export type Clause = { text: string; heading?: boolean; under?: readonly Clause[] }
export type Section = { title: string; clauses: readonly Clause[] }

/** Sections "I.", clauses "1.", points "a)" and dashes, as blocks with the labels of the profile. */
export const outlineBlocks = (profile: PaperProfile, sections: readonly Section[]): Block[] =>
  sections.flatMap(({ title, clauses }, at): Block[] => [
    { kind: 'heading', level: 1, label: sectionLabel(profile, at + 1), text: title },
    ...clauseBlocks(clauses),
  ])

/** Clauses "1.", points "a)" and dashes: what stands under a section, or alone in a short paper. */
export function clauseBlocks(clauses: readonly Clause[], level: 2 | 3 | 4 = 2): Block[] {
  const below = level === 2 ? 3 : 4
  return clauses.flatMap(({ text, heading, under = [] }, at): Block[] => {
    const label = level === 2 ? `${at + 1}.` : level === 3 && at < POINT_LETTERS.length ? `${POINT_LETTERS[at]})` : '-'
    const own: Block =
      heading && level < 4
        ? { kind: 'heading', level: level as 2 | 3, label, text }
        : { kind: 'paragraph', level, label, runs: [{ text }] }
    return [own, ...clauseBlocks(under, below)]
  })
}
