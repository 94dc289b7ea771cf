import { inFile, type PlacesToSign } from '../../formats/pdf/places-to-sign.ts'
import { sniffPicture } from '../../formats/photo/kinds.ts'
import { sizeOfPicture } from '../../formats/scan/picture-file.ts'
import { type IsoDate, yearOf } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Art, dateInWords, numberArt, personArt, renderArt, sealArt } from '../documents/index.ts'
import { printNumber } from './numbers.ts'
import { type Look, placesToSign, type Showing } from './pdf-pool.ts'
import type { PaperRow } from './store.ts'

/** A side of a paper that signs: which of its signers, and its picture (PNG) or none. */
type Side = { paper: PaperRow; bodyId: string; picture: Uint8Array | null }

/** More dots than any seal or signature was ever scanned with. */
const MOST_DOTS = 4_000_000

/** A picture that was handed in with the key, used once as it is. Refuses 'papers.picture-kind' for what is no small PNG. */
export function pictureOf(picture: string | undefined): Uint8Array | null {
  if (picture === undefined) return null
  const bytes = new Uint8Array(Buffer.from(picture, 'base64'))
  const size = sniffPicture(bytes) === 'png' ? sizeOfPicture('png', bytes) : null
  if (!size || size.width * size.height > MOST_DOTS) throw new Refusal('papers.picture-kind')
  return bytes
}

const signerOf = ({ paper, bodyId }: Side): string | null => {
  const place = paper.parties.findIndex(party => party.bodyId === bodyId)
  return paper.signers[place]?.name ?? null
}

async function placesFor(side: Side, bytes: Uint8Array): Promise<PlacesToSign> {
  const name = signerOf(side)
  return placesToSign(bytes, name === null ? [] : [name])
}

async function shown({ box, items }: Art, { pages }: PlacesToSign, picture: Uint8Array | null): Promise<Showing> {
  const art = await renderArt({ box, items }, picture)
  const parts = items.map(item => ({ x: item.x, y: box.height - item.y - item.height }))
  return { page: box.page, ...inFile(box, pages[box.page]!.upright), size: [box.width, box.height], art, parts }
}

/** The person's picture between office and name; nothing where none was handed in or the paper names nobody. */
export async function personShown(side: Side, bytes: Uint8Array): Promise<Look> {
  if (!side.picture) return { shown: [], unplaced: false }
  const places = await placesFor(side, bytes)
  const room = places.rooms[0]
  const size = sizeOfPicture('png', side.picture)
  return { shown: room && size ? [await shown(personArt(room, size), places, side.picture)] : [], unplaced: !room }
}

/**
 * What the seal of a side shows: of the lead first number and day, in the blanks that were frozen, then the seal with body and
 * time. Each is a signature of its own, as one has one place.
 */
export async function sealShown(side: Side, bytes: Uint8Array, now: Date): Promise<Look> {
  const { paper, bodyId, picture } = side
  const places = await placesFor(side, bytes)
  const room = places.rooms[0]
  const arts: Promise<Showing>[] = []
  if (places.blanks && bodyId === paper.bodyId && paper.number !== null && paper.dated) {
    const filled = { number: printNumber(paper.number, paper.letter), ...dayAndMonth(paper.dated) }
    arts.push(shown(numberArt(places.blanks, filled), places, null))
  }
  const own = paper.parties.find(party => party.bodyId === bodyId)
  if (room && own) arts.push(shown(sealArt(room, [own.name, hourOf(now)], picture !== null), places, picture))
  return { shown: await Promise.all(arts), unplaced: !room && picture !== null }
}

function dayAndMonth(dated: IsoDate): { day: string; month: string } {
  const [, day = '', month = ''] = /ngày (\S+) tháng (\S+)/.exec(dateInWords(dated, yearOf(dated))) ?? []
  return { day, month }
}

/** "2026-06-16T10:00:00+07:00" (ISO 8601), the hour of Vietnam. */
const hourOf = (now: Date): string => `${new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
