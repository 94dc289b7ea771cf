import type { IsoDate } from '../../kernel/dates.ts'

/** A cited document as the reading of a programme tells it. */
export type Citation = { kind: string; number: string | null; date: string | null; issuer: string | null; name: string | null }
type Known = { kind: string; number: string; issuedOn: IsoDate | null; subject: string }
export type Proposal = {
  kind: string
  number: string
  issuedOn: IsoDate | null
  issuer: string
  subject: string
  clausePaths: string[]
}

const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s–-]+/g, '')
    .toLowerCase()

/** Words as they may be printed: blanks anywhere, one dash for another, and nothing beside them that would make a number longer. */
function printed(words: string): RegExp {
  const signs = Array.from(words.normalize('NFC').replace(/\s+/g, ''), sign =>
    sign.replace(/[.*+?^${}()|[\]\\/]/, '\\$&').replace(/[–-]/, '[–-]'),
  )
  return new RegExp(String.raw`(?<![\p{L}\d])${signs.join(String.raw`\s*`)}(?![\p{L}\d]|[/–-][\p{L}\d])`, 'iu')
}

/** A clause cites a document by its number, or a law by its name. A number without letters is asked with its kind before it. */
function cites(text: string, { kind, number, name }: Citation): boolean {
  if (number === null && name === null) return false
  const lettered = number !== null && /\p{L}/u.test(number)
  const asked = lettered ? [number] : number === null ? [kind + name!] : [`${kind}số${number}`, kind + number]
  return asked.some(words => printed(words).test(text.normalize('NFC')))
}

const isKnown = (one: Proposal, known: readonly Known[]) =>
  known.some(
    other =>
      other.kind === one.kind &&
      bare(other.number) === bare(one.number) &&
      (one.number !== '' || bare(other.subject) === bare(one.subject)) &&
      (other.issuedOn === null || one.issuedOn === null || other.issuedOn === one.issuedOn),
  )

/** The documents that a programme cites and nobody has taken over yet, each with the clauses in which it is named. */
export function proposalsFrom(
  citations: readonly Citation[],
  clauses: readonly { path: string; text: string }[],
  known: readonly Known[],
): Proposal[] {
  return citations
    .map(citation => ({
      kind: citation.kind.toLowerCase(),
      number: citation.number ?? '',
      issuedOn: citation.date,
      issuer: (citation.issuer ?? '').slice(0, 200),
      subject: (citation.name ?? '').slice(0, 300),
      clausePaths: clauses.filter(clause => cites(clause.text, citation)).map(clause => clause.path),
    }))
    .filter(one => (one.number !== '' || one.subject !== '') && !isKnown(one, known))
}
