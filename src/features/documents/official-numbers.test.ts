import { afterAll, describe, expect, it } from 'vitest'
import { overallPaper, registerPaper } from '../supervision/papers.ts'
import { composePaper } from './compose.ts'
import type { Paper, PaperProfile } from './contract.ts'
import { buildDocx } from './docx/build.ts'
import { HEAD_RULES } from './fixtures/official-rules/head-rules.ts'
import type { Case, Measured, Rule, Wanted } from './fixtures/official-rules/measure.ts'
import { TEXT_RULES } from './fixtures/official-rules/text-rules.ts'
import { partyProgramme } from './fixtures/programme.ts'
import { readDocxLooks, readPdfPlaces } from './fixtures/read-back.ts'
import {
  agreement,
  amendment,
  decision,
  FRONT,
  invitation,
  letter,
  memorandum,
  minutes,
  plan,
  programme,
  review,
  stateAndParty,
  submission,
} from './fixtures/sample-papers.ts'
import { typesetPaper } from './typst.ts'

/**
 * Programme, review and letter in each of the three written forms, joint papers led by each side, and every other kind of paper
 * once, measured as they are printed against every number of fixtures/official-rules. What was measured is printed as a table.
 */
const RULES = [...HEAD_RULES, ...TEXT_RULES]
const PROFILES = ['nd30', 'hd36', 'hd05'] as const
const OTHERS = { plan, amendment, submission, invitation, minutes, memorandum, agreement, decision }
const OF_PARTY = { plan, submission, minutes, decision }

/** As the supervision rooms make them; numbered and dated, so that the head can be measured. */
const row = {
  title: 'Giám sát đường bê tông',
  object: 'Đường bê tông thôn Nà Lốc',
  place: 'xã Khe Lùng',
  investor: '',
  form: 'board' as const,
}
const seen = {
  heldOn: '2026-01-20',
  found: ['Mặt đường nứt.'],
  asked: ['Sửa trước mùa mưa.'],
  answer: '',
  state: 'visiting' as const,
}
const figures = { held: 1, works: 1, found: 1, asked: 1, repaired: 0, explained: 0 }
const given = { number: '5', date: '2026-02-05', mark: null }
const period = { from: FRONT, day: given.date }
const supervision: [string, Paper][] = [
  [
    'supervision register',
    { ...registerPaper({ ...period, period: { year: 2026, quarter: 1 }, rows: [{ ...row, ...seen }], figures }), ...given },
  ],
  ['supervision of a year', { ...overallPaper({ ...period, year: 2026, supervisions: [] }), ...given }],
]

const papers: [name: string, paper: Paper][] = [
  ...supervision,
  ...PROFILES.flatMap((profile): [string, Paper][] => [
    ['programme', programme(profile)],
    ['review', review(profile)],
    ['letter', letter(profile)],
  ]),
  ...Object.entries(OTHERS).map(([kind, make]): [string, Paper] => [kind, make('nd30')]),
  ...Object.entries(OF_PARTY).map(([kind, make]): [string, Paper] => [kind, make('hd05')]),
  ['letter, KHẨN', { ...letter('nd30'), urgency: 'KHẨN' }],
  ['letter, HỎA TỐC', { ...letter('nd30'), urgency: 'HỎA TỐC' }],
  ['programme of a state body with one of the Party', stateAndParty()],
  ['programme of three', partyProgramme('hd36', '2026-02-05')],
  ['programme of three', partyProgramme('hd05', '2026-06-05')],
]

async function printed([name, paper]: [string, Paper]): Promise<Case> {
  const sheet = composePaper(paper)
  const docx = readDocxLooks(await buildDocx(sheet, paper.profile))
  const pdf = await readPdfPlaces(typesetPaper(sheet, paper.profile, new Date(0)))
  return { name, profile: paper.profile, sheet, docx, pdf }
}
const cases = await Promise.all(papers.map(printed))

type Row = { profile: PaperProfile; what: string; wanted: string; pdf: Set<string>; docx: Set<string>; papers: number }
const rows = new Map<string, Row>()
// What is drawn is rounded to tenths of a millimetre.
const SLACK = 0.3

const told = (value: Measured | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? '')
const toldRange = ({ least, most }: { least: number; most: number }): string =>
  most === least ? told(least) : most === Number.POSITIVE_INFINITY ? `≥ ${told(least)}` : `${told(least)} - ${told(most)}`
const toldWanted = (wanted: Wanted): string =>
  typeof wanted === 'string' ? wanted : 'look' in wanted ? wanted.look : toldRange(wanted)

/** Where a text stands in its line is told by Word alone. */
const SIDES = /\s(?:left|center|both)$/

function fits(measured: Measured, wanted: Wanted): boolean {
  if (typeof wanted === 'string') return measured === wanted
  if ('look' in wanted) return looksLike(String(measured), wanted.look)
  const slack = wanted.exact ? 0 : SLACK
  return Number(measured) >= wanted.least - slack && Number(measured) <= wanted.most + slack
}

function looksLike(measured: string, wanted: string): boolean {
  const [size = '', ...style] = measured.split(' ')
  const [sizes = '', ...styles] = wanted.split(' ')
  const [least = 0, most = least] = sizes.split('-').map(Number)
  const aligned = SIDES.test(` ${style.join(' ')}`) && SIDES.test(` ${styles.join(' ')}`)
  const plain = (words: string[]) => words.filter(word => aligned || !/^(?:left|center|both)$/.test(word)).join(' ')
  const told = SIDES.test(` ${style.join(' ')}`) ? styles : styles.filter(word => word !== 'underlined')
  return Number(size) >= least && Number(size) <= most && plain(style) === plain(told)
}

function note(rule: Rule, one: Case, wanted: Wanted, measured: Readings): void {
  const key = `${RULES.indexOf(rule)} ${one.profile}`
  const row: Row = rows.get(key) ?? {
    profile: one.profile,
    what: `${rule.what} (${rule.written[one.profile]})`,
    wanted: toldWanted(wanted),
    pdf: new Set(),
    docx: new Set(),
    papers: 0,
  }
  row.papers += 1
  if (measured.pdf !== undefined) row.pdf.add(told(measured.pdf))
  if (measured.docx !== undefined) row.docx.add(told(measured.docx))
  rows.set(key, row)
}

type Readings = Record<'pdf' | 'docx', Measured | undefined>

describe.each(PROFILES)('papers of the form %s', profile => {
  it.each(RULES.map(rule => [rule.what, rule] as const))('keep the rule of: %s', (_, rule) => {
    const of = cases.filter(one => one.profile === profile && (rule.of?.(one) ?? true))
    const broken = of.flatMap(one => {
      const wanted = rule.wanted(one)
      const measured = { pdf: rule.pdf?.(one), docx: rule.docx?.(one) }
      note(rule, one, wanted, measured)
      return Object.entries(measured).flatMap(([rendering, value]) =>
        value === undefined || fits(value, wanted)
          ? []
          : [`${one.name}, ${rendering}: ${told(value)}, wanted ${toldWanted(wanted)}`],
      )
    })
    expect(broken).toEqual([])
  })
})

describe('what Word does by itself', () => {
  const of = (name: string) => cases.find(one => one.name === name && one.profile === 'nd30')!

  it('is to number the clauses', () => {
    expect(of('programme').docx.numbered).toBe(18)
  })

  it('is to repeat the heads of tables and to lay a wide annex across', () => {
    expect(of('plan').docx.repeatedHeads).toBe(2)
    expect(of('plan').pdf.pages.map(page => Math.round(page.width))).toEqual([210, 297, 210])
  })

  it('is to give a single annex no number', () => {
    expect(of('review').docx.texts).toContain('Phụ lục')
  })
})

afterAll(() => {
  const lines = [...rows.values()].map(({ what, profile, papers: count, wanted, pdf, docx }) =>
    [
      profile,
      what,
      `${count} papers`,
      `wanted ${wanted}`,
      `PDF ${[...pdf].join(', ') || '–'}`,
      `DOCX ${[...docx].join(', ') || '–'}`,
    ].join(' | '),
  )
  console.log(lines.join('\n'))
})
