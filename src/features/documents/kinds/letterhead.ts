import { type IsoDate, yearOf } from '../../../kernel/dates.ts'
import type { Paper, PaperProfile } from '../contract.ts'
import { profileFor } from '../layout.ts'
import { symbolFor } from '../number-line.ts'
import { issuerOf, type SigningPerson, signatureFor } from '../signing.ts'

/** Name and abbreviation of each type of paper (NĐ 30/2020/NĐ-CP, Phụ lục III); a letter has neither. */
export const PAPER_TYPES = {
  programme: { name: 'Chương trình', symbol: 'CTr' },
  'joint-programme': { name: 'Chương trình', symbol: 'CTrPH' },
  plan: { name: 'Kế hoạch', symbol: 'KH' },
  review: { name: 'Báo cáo', symbol: 'BC' },
  estimate: { name: 'Dự toán', symbol: 'DT' },
  submission: { name: 'Tờ trình', symbol: 'TTr' },
  minutes: { name: 'Biên bản', symbol: 'BB' },
  memorandum: { name: 'Bản ghi nhớ', symbol: 'BGN' },
  agreement: { name: 'Bản thỏa thuận', symbol: 'BTT' },
  invitation: { name: 'Giấy mời', symbol: 'GM' },
  decision: { name: 'Quyết định', symbol: 'QĐ' },
  list: { name: 'Danh sách', symbol: 'DS' },
  letter: { name: '', symbol: '' },
} as const
export type PaperType = keyof typeof PAPER_TYPES

/** A body as it issues a paper on its day. `kind` is that of agencies; `signer` is null where its lines stay dotted. */
export type IssuingBody = {
  name: string
  symbol: string
  kind: string
  place: string
  superior: string | null
  signer: SigningPerson | null
}

export type Issue = {
  /** The lead first: its kind decides the form, its place stands before the date (HD 05, 2.1.5 and 3.1). */
  bodies: readonly IssuingBody[]
  /** The day whose form and names hold, ISO. */
  day: IsoDate
  /** Both stay blank until the clerk gives them (NĐ 30/2020/NĐ-CP, Điều 15). */
  number?: string | null
  date?: IsoDate | null
  mark?: string | null
  code?: string | null
}

type Content = Pick<Paper, 'subject' | 'blocks'> & Partial<Omit<Paper, 'profile' | 'bodies' | 'symbol'>>

/** The form of a paper of these bodies on that day. */
export const profileOf = ({ bodies, day }: Pick<Issue, 'bodies' | 'day'>): PaperProfile =>
  profileFor(issuerOf(bodies[0]?.kind), day)

/** A paper of the given type under its letterhead: form, bodies, number, place, date and signatures follow from who issues it and when. */
export function paperOf(type: PaperType, issue: Issue, content: Content): Paper {
  const { bodies, day, number = null, date = null, mark = null, code = null } = issue
  const profile = profileOf(issue)
  const { name, symbol } = PAPER_TYPES[type]
  return {
    profile,
    bodies: bodies.map(body => ({ name: body.name, parent: body.superior })),
    number,
    symbol: symbolFor(
      profile,
      symbol,
      bodies.map(body => body.symbol),
    ),
    place: bodies[0]?.place ?? '',
    date,
    year: yearOf(date ?? day),
    typeName: name,
    addressees: [],
    bases: [],
    signatures: bodies.map(body => signatureFor(body, profile, body.signer)),
    recipients: [],
    annexes: [],
    language: 'vi',
    mark,
    code,
    ...content,
  }
}
