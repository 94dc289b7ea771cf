import { afterAll, describe, expect, it } from 'vitest'
import { findPlaces, type PlacesToSign } from '../../formats/pdf/places-to-sign.ts'
import { composePaper } from './compose.ts'
import { letter, programme, review } from './fixtures/sample-papers.ts'
import { type Art, numberArt, personArt, sealArt } from './signature-art.ts'
import { typesetPaper } from './typst.ts'

/**
 * What signatures show on a frozen paper, in millimetres, against NĐ 30/2020/NĐ-CP, Phụ lục I, 7c and 8, TT 01/2019/TT-BNV, Điều 13
 * (HD 05-HD/VPTW, 7.2.2 and 8.2.3 ask the same of the Party). Colours are those of the picture that is handed in, which is drawn as it
 * is. What was measured is printed as a table.
 */
const KINDS = { programme, review, letter }
const PROFILES = ['nd30', 'hd36', 'hd05'] as const
/** Twice as wide as high, as most people sign. */
const PICTURE = { width: 400, height: 200 }
const TOLD = ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', '2026-06-16T10:00:00+07:00']

const mm = (points: number) => Math.round((points / 72) * 254) / 10
type Placed = { x: number; y: number; width: number; height: number }
const placed = ({ box, items }: Art): Placed[] => items.map(item => ({ ...item, x: box.x + item.x, y: box.y + item.y }))
const middle = ({ x, width }: Pick<Placed, 'x' | 'width'>) => x + width / 2

type Case = { name: string; profile: (typeof PROFILES)[number]; places: PlacesToSign }
const cases: Case[] = await Promise.all(
  PROFILES.flatMap(profile =>
    Object.entries(KINDS).map(async ([name, make]) => {
      const paper = { ...make(profile), number: '', date: null }
      const bytes = typesetPaper(composePaper(paper), profile, new Date(0))
      const names = paper.signatures.map(one => one.name)
      return { name, profile, places: await findPlaces(bytes, names) }
    }),
  ),
)
const rooms = cases.flatMap(({ name, profile, places }) =>
  places.rooms.map(room => ({ name: `${name}, ${profile}`, room: room! })),
)

const rows: string[] = []
function keeps(what: string, wanted: [least: number, most: number], measured: number[]): void {
  rows.push(`${what} | ${measured.length} measured | wanted ${wanted.join(' - ')} | ${[...new Set(measured)].join(', ')}`)
  for (const value of measured) {
    expect(value).toBeGreaterThanOrEqual(wanted[0])
    expect(value).toBeLessThanOrEqual(wanted[1])
  }
}

describe('the picture of a person', () => {
  const pictures = rooms.map(({ room }) => ({ room, picture: placed(personArt(room, PICTURE))[0]! }))

  it('has its place in every paper that names a signer', () => {
    expect(cases.flatMap(one => one.places.rooms.filter(room => room === null).map(() => `${one.name}, ${one.profile}`))).toEqual(
      [],
    )
  })

  it('stands in the middle over the name', () => {
    keeps(
      'picture, beside the middle of the name',
      [0, 0.3],
      pictures.map(one => Math.abs(mm(middle(one.picture) - middle(one.room.name)))),
    )
  })

  it('stands between office and name', () => {
    keeps(
      'picture, its foot over the name',
      [0, 30],
      pictures.map(({ picture, room }) => mm(room.name.y - picture.y - picture.height)),
    )
    keeps(
      'picture, its height',
      [10, 60],
      pictures.map(one => mm(one.picture.height)),
    )
  })
})

describe('the seal of a body', () => {
  const seals = rooms.map(({ room }) => ({ room, parts: placed(sealArt(room, TOLD, true)) }))
  const seal = ({ parts }: (typeof seals)[number]) => parts[0]!

  it('is as large as a real one', () => {
    keeps(
      'seal, width',
      [36, 36],
      seals.map(one => mm(seal(one).width)),
    )
    keeps(
      'seal, height',
      [36, 36],
      seals.map(one => mm(seal(one).height)),
    )
  })

  it('covers a third of the signature, from its left', () => {
    const over = seals.map(({ room, parts: [own] }) => (own!.x + own!.width - room.free.x) / room.free.width)
    keeps(
      'seal, share of the signature under it',
      [0.3, 0.37],
      over.map(share => Math.round(share * 100) / 100),
    )
    keeps(
      'seal, so far to the left of the signature',
      [10, 36],
      seals.map(one => mm(one.room.free.x - seal(one).x)),
    )
  })

  it('has the body and the time under the name of the person', () => {
    const words = seals.flatMap(({ room, parts }) => parts.slice(1).map(part => ({ room, part })))
    expect(words).toHaveLength(TOLD.length * rooms.length)
    keeps(
      'words of the seal, under the name',
      [0, 8],
      words.map(({ room, part }) => mm(part.y - room.name.y - room.name.height)),
    )
    keeps(
      'words of the seal, beside its middle',
      [0, 0.3],
      words.map(({ room, part }) => Math.abs(mm(middle(part) - middle(room.name)))),
    )
  })
})

describe('number and day', () => {
  const filled = { number: '05', day: '09', month: '02' }

  it('go into the blanks that were left for them, in letters as large as those beside them', () => {
    const found = cases.map(one => one.places.blanks!)
    const outside = found.flatMap(blanks => {
      const parts = placed(numberArt(blanks, filled))
      return [blanks.number, blanks.day, blanks.month].map((blank, nth) =>
        Math.max(mm(blank.x - parts[nth]!.x), mm(parts[nth]!.x + parts[nth]!.width - blank.x - blank.width)),
      )
    })
    keeps('number, day and month, outside their blanks', [-5, 0], outside)
    keeps(
      'number, size',
      [13, 14],
      found.map(one => Math.round(one.size * 10) / 10),
    )
  })
})

afterAll(() => console.log(rows.join('\n')))
