/** Clauses as offices cite them: "Phần II, mục 1.2, gạch đầu dòng thứ ba"; "điểm a khoản 2 Điều 5". */

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const BULLETS: Record<string, string> = { '-': 'gạch đầu dòng', '+': 'dấu cộng', '*': 'dấu sao', '•': 'dấu chấm tròn' }

const ordinal = (count: number): string => `thứ ${ORDINALS[count - 1] ?? count}`

type Part = { kind: 'head' | 'article' | 'roman' | 'number' | 'letter' | 'bullet' | 'other'; name: string; copy: string }

function partOf(segment: string): Part {
  const [, name = segment, copy] = /^(.*?)(?:\((\d+)\))?$/u.exec(segment) ?? []
  const again = copy ? ` (lần ${ordinal(Number(copy))})` : ''
  const part = (kind: Part['kind'], words: string): Part => ({ kind, name: words, copy: again })
  const bullet = /^([^\p{L}\d])(\d+)$/u.exec(name)
  if (bullet) return part('bullet', `${BULLETS[bullet[1]!] ?? `dấu “${bullet[1]}”`} ${ordinal(Number(bullet[2]))}`)
  // A dash that an amendment added is not counted with the printed ones: "-2a" stands behind the second.
  const added = /^([^\p{L}\d])(\d+)([\p{L}])$/u.exec(name)
  if (added) return part('bullet', addedBullet(added[1]!, Number(added[2]), added[3]!))
  if (/^Điều\s/u.test(name)) return part('article', name)
  if (/^(?:Phần|Chương|Mục|Tiểu mục|Phụ lục)(?:\s|$)/u.test(name)) return part('head', name)
  if (name === 'Kèm theo') return part('head', 'Văn bản kèm theo')
  if (/^[IVXLC]+$/.test(name)) return part('roman', name)
  if (/^\d+[\d.]*[a-zđ]?$/u.test(name)) return part('number', name)
  return /^\p{L}$/u.test(name) ? part('letter', name) : part('other', name)
}

function addedBullet(mark: string, behind: number, letter: string): string {
  const kind = BULLETS[mark] ?? `dấu “${mark}”`
  return `${kind} ${behind === 0 ? 'bổ sung đầu' : `bổ sung sau ${kind} ${ordinal(behind)}`}${letter === 'a' ? '' : ` (${letter})`}`
}

/** "1.2" under "1": the longer number says both. */
const saidByNext = (part: Part, next: Part | undefined): boolean =>
  part.kind === 'number' && next?.kind === 'number' && next.name.startsWith(`${part.name}.`) && !part.copy

/** A clause path as offices cite it; the path itself stays in addresses. */
export function citeClause(path: string): string {
  const parts = path.split('/').map(partOf)
  const said = parts.filter((part, at) => !saidByNext(part, parts[at + 1]))
  const article = said.findIndex(part => part.kind === 'article')
  if (article < 0) return said.map(part => wordsOf(part, false)).join(', ')
  // Laws and regulations are cited from the smallest to the largest.
  const inner = said.slice(article).toReversed()
  const words = inner.map(part => wordsOf(part, true)).join(' ')
  return [words, ...said.slice(0, article).map(part => wordsOf(part, true))].join(', ')
}

function wordsOf({ kind, name, copy }: Part, inArticle: boolean): string {
  if (kind === 'roman') return `Phần ${name}${copy}`
  if (kind === 'number') return `${inArticle ? 'khoản' : 'mục'} ${name}${copy}`
  if (kind === 'letter') return `điểm ${name}${copy}`
  return `${name}${copy}`
}
