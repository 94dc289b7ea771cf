import { nameKey, nameLength, sameBody, splitBodies, startsNamedBody } from './bodies.ts'
import type { Header } from './header.ts'
import type { ImportResult } from './result.ts'

/** The parties a title names: "giữa A với B". */
const partiesBetween = (text: string): string[] => partiesIn(/(?<![\p{L}])giữa\s+(.+)$/iu.exec(text)?.[1] ?? '')

/** The parties that a sentence of the opening says have agreed: "A và B thống nhất …". */
const partiesAgreed = (text: string): string[] => {
  for (const sentence of text
    .replace(/\s*\(sau đây[^)]*\)/giu, '')
    .split(/[;.)]\s+/)
    .toReversed()) {
    const names = partiesIn(
      bodiesAtEnd(
        /^(.{8,400}?),?\s+(?:cùng\s+|đã\s+)?(?:thống nhất|ký kết|phối hợp (?:ban hành|xây dựng)|xây dựng|ban hành)(?![\p{L}])/iu.exec(
          sentence,
        )?.[1] ?? '',
      ),
    )
    if (names.length > 1) return names
  }
  return []
}

/** A sentence may begin with its ground: the bodies are the end of it that holds nothing else. */
const bodiesAtEnd = (words: string): string => {
  if (startsNamedBody(words)) return words
  for (const comma of words.matchAll(/,\s+(?=\p{Lu})/gu)) {
    const end = words.slice(comma.index + comma[0].length)
    if (startsNamedBody(end) && !/\d|[“”()]|(?<![\p{L}])(?:về|của|ngày|số)(?![\p{L}])/u.test(end)) return end
  }
  return words
}

const partiesIn = (list: string): string[] => {
  const names = cutList(list)
    .split(BETWEEN_DASH)
    .flatMap(splitBodies)
    .filter(startsNamedBody)
    .map(name => name.slice(0, nameLength(name)) || name)
  return names.length > 1 ? names.filter((name, i) => !names.slice(0, i).some(other => nameKey(other) === nameKey(name))) : []
}

const BETWEEN_DASH = /\s[-–]\s(?=(?:Sở|Ban|Tỉnh đoàn|Hội|Ủy ban|Uỷ ban|UBND|Công an|Bộ|Đoàn|Liên đoàn)(?![\p{L}]))/u

const cutList = (text: string): string =>
  (
    text.split(
      /\s+(?:giai đoạn|về|trong|năm\s+20|nhiệm kỳ|để|nhằm|thực hiện|trên địa bàn|và định hướng)(?![\p{L}])|[(.:]|\s[-–]\s(?!(?:Sở|Ban|Tỉnh đoàn|Hội|Ủy ban|Uỷ ban|UBND|Công an|Bộ|Đoàn|Liên đoàn)(?![\p{L}]))/iu,
    )[0] ?? ''
  ).trim()

/** Parties: the first witness that names two or more; the lead first where title or head tells. */
export const readParties = (header: Header, headings: readonly string[], signers: readonly string[]): ImportResult['parties'] => {
  const opening = header.opening.toReversed()
  const witnesses = [
    partiesBetween(header.title),
    ...opening.map(partiesAgreed),
    header.issuers,
    unique(headings),
    unique(signers),
  ]
  const names = witnesses.find(list => list.length > 1) ?? witnesses.find(list => list.length > 0) ?? []
  return names.map((name, i) => ({ name, lead: i === 0 }))
}

const unique = (names: readonly string[]): string[] =>
  names.filter((name, i) => !names.slice(0, i).some(other => sameBody(other, name)))
