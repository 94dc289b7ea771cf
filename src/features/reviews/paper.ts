import { longDate } from '../../kernel/dates.ts'
import {
  type Annex,
  type Block,
  dateLine,
  numberLine,
  type Paper,
  type PaperProfile,
  type PaperTable,
  profileFor,
  type SignatureBlock,
  symbolFor,
} from '../documents/index.ts'
import type { CitedPaper } from '../programmes/index.ts'
import { ANNEX_COLUMNS } from './compiling/annex.ts'
import { textOf } from './compiling/phrases.ts'
import type { CompiledBlock, CompiledReview, ReviewHead, ReviewParty } from './contract.ts'

/** What the paper needs beside its content. `leader` is known of the own side only. */
export type PaperState = {
  frozen: boolean
  /** The day of the paper's form, ISO: of the freezing, else today. */
  day: string
  leaders: { bodyId: string; name: string; post: string }[]
  /** Which content is printed, once others have it. */
  code?: string | null
}

/** Dots for what a pen will fill in. */
const DOTS = '……………………'

/** A review as an official paper. Number and date stay blank until it is issued; a draft bears its mark. */
export function toPaper(compiled: CompiledReview, { frozen, day, leaders, code = null }: PaperState): Paper {
  const { head } = compiled
  const { profile, symbol } = letterheadOf(head, day)
  return {
    profile,
    bodies: head.parties.map(party => ({ name: party.name, parent: party.superior })),
    number: null,
    symbol,
    place: head.place,
    date: null,
    year: Number(day.slice(0, 4)),
    typeName: 'Báo cáo',
    subject: [head.occasion, head.subject],
    addressees: [],
    bases: [],
    blocks: compiled.blocks.flatMap(block => blocksOf(block, profile, frozen)),
    signatures: head.parties.map(party =>
      signatureOf(
        party,
        profile,
        leaders.find(one => one.bodyId === party.bodyId),
      ),
    ),
    recipients: head.recipients,
    annexes: annexOf(compiled),
    language: 'vi',
    mark: frozen ? null : 'DỰ THẢO',
    code,
  }
}

/** A side that agreed by letter is cited by it: nobody of it has signed in here. */
export const citeAgreement = (name: string, { number, date }: CitedPaper): Block => ({
  kind: 'paragraph',
  runs: [{ text: `${name} thống nhất theo văn bản số ${number}, ${longDate(date)}.` }],
})

/** The lines of the head that depend on the form of the paper, with number and date left blank. */
export function letterheadOf({ parties, place }: ReviewHead, day: string) {
  const profile = profileFor(issuerOf(parties[0]), day)
  const symbol = symbolFor(
    profile,
    'BC',
    parties.map(party => party.symbol),
  )
  return { profile, symbol, number: numberLine(profile, null, symbol), date: dateLine(place, null, Number(day.slice(0, 4))) }
}

function issuerOf(lead: ReviewParty | undefined): 'state' | 'front' | 'party' | 'mass' {
  const kind = lead?.kind
  return kind === 'party' || kind === 'front' || kind === 'mass' ? kind : 'state'
}

function blocksOf(block: CompiledBlock, profile: PaperProfile, frozen: boolean): Block[] {
  if (block.kind === 'heading') return [{ ...headingOf(block, profile) }]
  if (block.kind === 'sentence') {
    const runs = [{ text: textOf(block.pieces) }]
    return [block.dash ? { kind: 'paragraph', level: 4, label: '-', runs } : { kind: 'paragraph', runs }]
  }
  return askedOf(block, frozen)
}

/** Party papers write "I-" where state papers write "I." (HD 05). */
function headingOf({ level, label, text }: Extract<CompiledBlock, { kind: 'heading' }>, profile: PaperProfile): Block {
  const printed = level === 1 && profile !== 'nd30' ? label.replace('.', '-') : label
  return { kind: 'heading', level, label: printed, text }
}

/** What officers wrote, a paragraph a line. What is not written leaves dots in a draft and "Không có" in what was agreed. */
function askedOf({ lead, text }: Extract<CompiledBlock, { kind: 'asked' }>, frozen: boolean): Block[] {
  const lines = text === '' ? [frozen ? 'Không có.' : DOTS] : text.split('\n').filter(line => line.trim() !== '')
  return lines.map((line, at) => ({
    kind: 'paragraph',
    runs: [...(at === 0 && lead ? [{ text: `${lead}: `, italic: true }] : []), { text: line }],
  }))
}

/**
 * The lead signs first in the list and stands at the right on paper. The Front's standing board signs by TM.,
 * a deputy by KT. of the head (NĐ 30, Điều 13; HD 05). Of another side nothing is known: its lines stay dotted.
 */
export function signatureOf(party: ReviewParty, profile: PaperProfile, leader?: { name: string; post: string }): SignatureBlock {
  const mark = (short: string) => (profile === 'nd30' ? `${short}.` : `${short[0]}/${short[1]}`)
  const onBehalf = /^Ban Thường trực\b/u.test(party.name) ? `${mark('TM')} Ban Thường trực` : null
  const deputyOf = leader ? /^Phó\s+(.+)$/u.exec(leader.post)?.[1] : undefined
  const deputy = deputyOf ? `${mark('KT')} ${deputyOf.charAt(0).toLocaleUpperCase('vi')}${deputyOf.slice(1)}` : null
  // The board that is signed for is not said twice: "TM. Ban Thường trực" stands above "Ủy ban Mặt trận …".
  const body = onBehalf ? party.name.replace(/^Ban Thường trực\s+/u, '') : party.name
  return { authority: onBehalf ?? deputy, position: leader?.post || DOTS, body, name: leader?.name ?? DOTS }
}

/** The signatures as a screen shows them: what a pen will fill in is left out. */
export function signaturesOf({ parties }: ReviewHead, profile: PaperProfile, leaders: PaperState['leaders']) {
  const known = (text: string) => (text === DOTS ? null : text)
  return parties.map(party => {
    const leader = leaders.find(one => one.bodyId === party.bodyId)
    const { authority, position, body, name } = signatureOf(party, profile, leader)
    return { bodyId: party.bodyId, authority, position: known(position), body, name: known(name) }
  })
}

const WIDTHS = [9, 3, 2.4, 3, 3, 3, 3]

function annexOf({ annex, head }: CompiledReview): Annex[] {
  if (annex.length === 0) return []
  const table: PaperTable = {
    caption: null,
    columns: ANNEX_COLUMNS.map((title, at) => ({ title, width: WIDTHS[at]!, align: at === 5 ? 'right' : 'left' })),
    rows: annex.map(row => {
      const cells = row.cells.map(textOf)
      return row.kind === 'total' ? { cells, total: true } : { cells }
    }),
  }
  const title = `Tổng hợp số liệu ${head.occasion.replace(/^Sơ kết /u, '')}`
  return [{ label: 'Phụ lục', title, landscape: true, blocks: [{ kind: 'table', table }] }]
}
