import { fold } from '../../../kernel/vietnamese.ts'
import { readHeader } from '../../programmes/index.ts'
import { type Head, isOrnament, isStamp } from './head.ts'

/** A body by a name that was met before, and by its mark in numbers ("SDTTG"), where that is known. */
export type KnownIssuer = { name: string; symbol: string | null }

/** Without marks, blanks and signs: a reader of letters loses those first. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** How many of the words of a name are seen where the others were read wrong. */
const ENOUGH = 0.7

/**
 * Who issued a paper. Known names first, as the letters above the number may be read wrong: those whose mark stands in the number, else one
 * that ends the head; at last what the lines above the number say. A joint paper names all, the lead first (HD 05-HD/VPTW, 2.1.5).
 */
export function issuerIn({ lines, numberAt, cited }: Head, known: readonly KnownIssuer[]): string | null {
  const above = lines.slice(0, numberAt ?? 8).filter(line => line !== '' && !isOrnament(line) && !isStamp(line))
  const words = bare(above.join(' '))
  const marks = (cited?.split(/[/-]/).slice(1) ?? []).map(mark => mark.toUpperCase())
  const bearing = known.filter(({ symbol }) => symbol !== null && marks.includes(symbol.toUpperCase()))
  const shown = [...new Set(bearing.map(({ symbol }) => symbol!.toUpperCase()))].toSorted(
    (a, b) => marks.indexOf(a) - marks.indexOf(b),
  )
  const named = shown.map(mark =>
    theOne(
      words,
      bearing.filter(({ symbol }) => symbol!.toUpperCase() === mark),
    ),
  )
  if (named.length > 0 && named.every(name => name !== null)) return named.join(' - ')
  // One of several that issue it together would be wrong.
  if (named.length > 1) return null
  const ending = known.filter(({ name }) => words.endsWith(bare(name))).toSorted((a, b) => b.name.length - a.name.length)
  return ending[0]?.name ?? printedIn(above)
}

/** Of the bodies with one mark the one that the head names, whole or for the most part; null where that is not certain. */
function theOne(words: string, bodies: readonly KnownIssuer[]): string | null {
  const whole = bodies.filter(({ name }) => words.includes(bare(name)))
  const mostly = bodies.filter(({ name }) => {
    const parts = name.split(' ')
    return parts.filter(part => words.includes(bare(part))).length >= ENOUGH * parts.length
  })
  const names = [...new Set((whole.length > 0 ? whole : mostly).map(({ name }) => name))]
  return names.length === 1 ? names[0]! : null
}

const COMMITTEE = /^(Tỉnh|Thành|Đảng|Huyện) ủy ?(.*)$/u

/** A Party body's name goes on with that of its committee, which is printed above it. */
function printedIn(above: readonly string[]): string | null {
  const issuers = (lines: readonly string[]) =>
    readHeader(lines.map(text => ({ start: 0, end: text.length, text: text.replace(/[.,]+$/, ''), page: false }))).issuers.map(
      placed,
    )
  const own = issuers(above).reduce<string[]>(
    (named, one) =>
      COMMITTEE.test(one) && named.length > 0 ? [...named.slice(0, -1), `${named.at(-1)} ${one}`] : [...named, one],
    [],
  )
  const [committee] = issuers(above.slice(0, 1))
  const [only, ...others] = own
  if (only === undefined) return null
  const under = others.length === 0 && committee && COMMITTEE.test(committee) && !only.includes(committee)
  return under ? `${only} ${committee}` : own.join(' - ')
}

/** "Tỉnh ủy sơn hà" → "Tỉnh ủy Sơn Hà". */
const placed = (name: string): string => {
  const [, level, place] = COMMITTEE.exec(name) ?? []
  return level && place ? `${level} ủy ${place.replace(/(?<![\p{L}])\p{Ll}/gu, letter => letter.toUpperCase())}` : name
}
