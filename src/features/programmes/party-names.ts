import { nameKey } from './reading/bodies.ts'

/** A body of the site as names are compared with it; a programme signed long ago prints a former name. */
export type KnownBody = { id: string; name: string; shortName: string; former?: readonly string[] }
/** A party of a programme: how the paper prints it and how the site knows it. */
export type NamedParty = { printed: string; bodyId: string; names: readonly string[] }

/** The standing committee signs for its front committee: for matching they are one body. */
const plain = (name: string): string =>
  nameKey(name)
    .replace(/^(?:ban )?thường trực (?=ủy ban mttq)/, '')
    .replace(/^mttq(?= |$)/, 'ủy ban mttq')
    .replace(/\s*&\s*/g, ' và ')
    .replace(/(?<!\p{L})dt và tg(?!\p{L})/u, 'dân tộc và tôn giáo')

/** What both sides together are called. */
const EVERYBODY = /^(?:hai|hai bên|các bên|(?:hai|các) (?:cơ quan|bên|đơn vị|ngành))$/

const startsAlike = (short: string, long: string): boolean =>
  long === short || (short.includes(' ') && long.startsWith(`${short} `))

/**
 * Whether two names mean one body: equal after tone marks, case and usual abbreviations are levelled, or one the
 * beginning of the other ("Ban Dân tộc" and "Ban Dân tộc tỉnh Sơn Hà"). "Ủy ban MTTQ các xã" is another body.
 */
export function sameName(a: string, b: string): boolean {
  const [short, long] = [plain(a), plain(b)].toSorted((x, y) => x.length - y.length) as [string, string]
  if (!short || !startsAlike(short, long)) return false
  return !/^\s*(?:các|những|cấp|huyện|xã|phường)(?![\p{L}])/u.test(long.slice(short.length))
}

/** The parties that printed names mean; a name that fits none or several of them stays as printed only. */
export function matchParties(printed: readonly string[], parties: readonly NamedParty[]): string[] {
  const found = printed.flatMap(name => {
    if (EVERYBODY.test(plain(name))) return parties.map(party => party.bodyId)
    const fits = parties.filter(party => [party.printed, ...party.names].some(own => sameName(name, own)))
    return fits.length === 1 ? [fits[0]!.bodyId] : []
  })
  return [...new Set(found)]
}

/** Words and pairs of neighbouring words: "ban", "dân", "ban dân" … */
function traits(name: string): Set<string> {
  const words = plain(name)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])
}

/** How much two names share, 0–1 (Dice). */
function likeness(a: string, b: string): number {
  const [left, right] = [traits(a), traits(b)]
  const shared = [...left].filter(trait => right.has(trait)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

export type Proposal = { bodyId: string; name: string; likeness: number }

const WORTH_SHOWING = 0.3

const calledBy = ({ name, shortName, former = [] }: KnownBody): string[] => [name, shortName, ...former]

/** Bodies of the site that a printed name may mean, the likeliest first; at most five. */
export function proposeBodies(printed: string, bodies: readonly KnownBody[]): Proposal[] {
  return bodies
    .map(({ id, name, ...others }) => {
      const names = calledBy({ id, name, ...others })
      const same = names.some(one => sameName(printed, one))
      const alike = Math.max(...names.map(one => likeness(printed, one)))
      return { bodyId: id, name, likeness: same ? Math.max(alike, 0.95) : alike }
    })
    .filter(proposal => proposal.likeness >= WORTH_SHOWING)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
}

/** The one body that a printed name surely means: the same name, and no other body fits. */
export function certainBody(printed: string, bodies: readonly KnownBody[]): string | null {
  const fits = bodies.filter(body => calledBy(body).some(name => sameName(printed, name)))
  return fits.length === 1 ? fits[0]!.id : null
}
