import type { PaperProfile } from './contract.ts'

/** Millimetres. Within NĐ 30 Phụ lục I (20–25, 20–25, 30–35, 15–20) and equal to the fixed margins of HD 36 and HD 05. */
export type Margins = { top: number; bottom: number; left: number; right: number }

/** A line that is the same on every paper of the profile; `em` is its width over its size in Tinos and Times bold. */
export type FixedLine = { text: string; size: number; em: number; ruled: boolean }

/** Numbers of one written form of papers: sizes, gaps and line heights in points, lengths in millimetres. */
export type Layout = {
  margins: Margins
  pageNumber: { size: number; fromTop: number }
  banner: FixedLine[]
  head: {
    /** Share of the text width taken by the issuing bodies, at the left. */
    share: number
    parentSize: number
    bodySize: number
    /** What stands under the bodies: a rule of `ruleShare` of the text, or a star. */
    under: 'rule' | 'star'
    numberSize: number
    dateSize: number
    /** Issuing bodies of a joint paper: under one another, or on one line with " - " between. */
    joint: 'stacked' | 'joined'
  }
  title: { typeSize: number; subjectSize: number; under: 'rule' | 'hyphens' }
  /** A letter has no title: what it is about stands under its number, opened by `prefix` or by nothing. */
  letter: { subjectSize: number; italic: boolean; gap: number; prefix: 'V/v ' | '' }
  addressing: { size: number; italic: boolean; separator: ';' | ',' }
  /** NĐ 30 asks for a third to a half of the text above. */
  ruleShare: number
  body: { size: number; lineHeight: number; gap: number; indent: number }
  basesItalic: boolean
  table: { size: number; lineHeight: number }
  /** Of the table below a chart; `side` stays white at the sides of a cell. */
  figureTable: { size: number; lineHeight: number; side: number }
  signature: {
    size: number
    /** A position under an authority: bold (NĐ 30) or regular (Party). */
    positionBold: boolean
    space: number
  }
  recipients: { labelSize: number; labelStyle: 'bold-italic' | 'underlined'; size: number; separator: ';' | ',' }
  annex: { labelSize: number; titleSize: number; numerals: 'roman' | 'arabic' }
  /** Behind the Roman number of a section: "I." or "I-". */
  sectionMark: '.' | '-'
  urgency: { size: number }
  circulation: { size: number; boxed: boolean }
  endMark: './.' | '.'
}

const margins: Margins = { top: 20, bottom: 20, left: 30, right: 15 }

/** NĐ 30/2020/NĐ-CP, Phụ lục I, phần I and the table of sizes and styles in its phần V. */
const nd30: Layout = {
  margins,
  pageNumber: { size: 13, fromTop: 10 },
  banner: [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, em: 20.72, ruled: false },
    { text: 'Độc lập - Tự do - Hạnh phúc', size: 13, em: 12.22, ruled: true },
  ],
  head: {
    share: 0.44,
    parentSize: 12,
    bodySize: 12,
    under: 'rule',
    numberSize: 13,
    dateSize: 13,
    joint: 'stacked',
  },
  title: { typeSize: 14, subjectSize: 14, under: 'rule' },
  letter: { subjectSize: 12, italic: false, gap: 6, prefix: 'V/v ' },
  addressing: { size: 14, italic: false, separator: ';' },
  ruleShare: 0.4,
  body: { size: 14, lineHeight: 18, gap: 6, indent: 12.7 },
  basesItalic: true,
  table: { size: 12, lineHeight: 14.5 },
  figureTable: { size: 10, lineHeight: 12, side: 2 },
  signature: { size: 14, positionBold: true, space: 72 },
  recipients: { labelSize: 12, labelStyle: 'bold-italic', size: 11, separator: ';' },
  annex: { labelSize: 14, titleSize: 14, numerals: 'roman' },
  sectionMark: '.',
  urgency: { size: 13 },
  circulation: { size: 13, boxed: true },
  endMark: './.',
}

/** HD 05-HD/VPTW of 27/5/2026 (Party); its table of sizes and styles is that of HD 36, Phụ lục 3. */
const hd05: Layout = {
  ...nd30,
  pageNumber: { size: 14, fromTop: 10 },
  banner: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, em: 13.74, ruled: true }],
  head: { share: 0.5, parentSize: 14, bodySize: 14, under: 'star', numberSize: 14, dateSize: 14, joint: 'joined' },
  title: { typeSize: 16, subjectSize: 15, under: 'hyphens' },
  letter: { subjectSize: 12, italic: true, gap: 6, prefix: '' },
  addressing: { size: 14, italic: true, separator: ';' },
  body: { size: 14, lineHeight: 18, gap: 6, indent: 10 },
  basesItalic: false,
  signature: { size: 14, positionBold: false, space: 72 },
  recipients: { labelSize: 14, labelStyle: 'underlined', size: 12, separator: ';' },
  annex: { labelSize: 14, titleSize: 14, numerals: 'arabic' },
  sectionMark: '-',
  urgency: { size: 14 },
  circulation: { size: 12, boxed: false },
  endMark: '.',
}

/** HD 36-HD/VPTW of 03/4/2018 (Party, papers dated before 27/5/2026). */
const hd36: Layout = {
  ...hd05,
  addressing: { ...hd05.addressing, separator: ',' },
  recipients: { ...hd05.recipients, separator: ',' },
}

const layouts: Record<PaperProfile, Layout> = { nd30, hd36, hd05 }

/** The numbers of a profile. */
export const layoutOf = (profile: PaperProfile): Layout => layouts[profile]

/** What kind of body issues or leads: state agency, Fatherland Front, Party body, mass organisation. */
export type IssuerKind = 'state' | 'front' | 'party' | 'mass'

/**
 * The form a paper takes, by the kind of its leading body and its date ("YYYY-MM-DD").
 * The Front and mass organisations apply NĐ 30 (Điều 2 khoản 2); HD 05 replaces HD 36 from 27/5/2026.
 */
export const profileFor = (issuer: IssuerKind, date: string): PaperProfile => {
  if (issuer !== 'party') return 'nd30'
  return date < '2026-05-27' ? 'hd36' : 'hd05'
}
