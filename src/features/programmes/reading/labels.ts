/** The marks that open a clause, as printed: "Chương I", "Điều 5.", "III.", "1.1.", "a)", "-", "+". */

export type LabelKind =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'capital'
  | 'roman'
  | 'number'
  | 'decimal'
  | 'letter'
  | 'small-roman'
  | 'bullet'

/**
 * `name` is the label in a path ("Điều 5", "1.1", "a"; the bare mark for a bullet), `order` its place in its list,
 * `style` its closing mark, so that "1." and "1)" may be two levels; `length` covers label and the blanks after it.
 */
export type Label = { kind: LabelKind; printed: string; name: string; order: number; style: string; length: number }

/** Vietnamese order of letters in lists: đ after d, no f j w z. */
export const LETTERS = 'abcdđeghiklmnopqrstuvxy'

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Value of a Roman numeral up to the hundreds; null where it is none ("IIII", "VX"). */
export const romanValue = (text: string): number | null => {
  const signs = text.toUpperCase()
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(signs) || !signs) return null
  const values = signs.split('').map(sign => ROMAN[sign] ?? 0)
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0)
}

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const HEADS: Record<string, LabelKind> = {
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
  điều: 'article',
}

const BULLETS = /^([-–—−_+•*·▪■●○◦‣➢✓❖\uf000-\uf0ff])(?:\s*)/

/** The label with which a line begins; null where it begins with none. Whether it opens a clause is told by what stands before it. */
export const findLabel = (line: string): Label | null =>
  findWordLabel(line) ?? findDecimal(line) ?? findNumber(line) ?? findRoman(line) ?? findLetter(line) ?? findBullet(line)

const make = (kind: LabelKind, match: RegExpExecArray, name: string, order: number, style = ''): Label => ({
  kind,
  printed: match[0].trim(),
  name,
  order,
  style,
  length: match[0].length,
})

const WORD_LABEL =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|TIỂU MỤC|Mục|MỤC|Điều|ĐIỀU)\s+(?:(?:thứ|THỨ)\s+(\p{L}+)|(\d{1,3}[a-zđ]?)|([IVXLC]+)(?!\p{L}))(\s*[.:)]|(?=\s*[-–]?\s*(?:\p{Lu}|$)))\s*/u

const findWordLabel = (line: string): Label | null => {
  const match = WORD_LABEL.exec(line)
  if (!match) return null
  const [, head = '', ordinal, digits, roman] = match
  const word = head.charAt(0) + head.slice(1).toLowerCase()
  const kind = HEADS[word.toLowerCase()]
  const order = digits
    ? Number.parseInt(digits, 10)
    : roman
      ? (romanValue(roman) ?? 0)
      : ORDINALS.indexOf((ordinal ?? '').toLowerCase()) + 1
  const name = `${word} ${ordinal ? `thứ ${ordinal.toLowerCase()}` : (digits ?? roman ?? '')}`
  return kind && order ? make(kind, match, name, order) : null
}

const findDecimal = (line: string): Label | null => {
  const match = /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)/:-]\s*(?=\D|$)|\s+(?=["“'(\p{Lu}])|(?=\p{Lu}))/u.exec(line)
  const name = match?.[1]
  return match && name ? make('decimal', match, name, Number(name.split('.').at(-1))) : null
}

const findNumber = (line: string): Label | null => {
  const match = /^(\()?(\d{1,3})([a-zđ])?(?:\s?([.)])\s*(?=[^\d\s]|$)|([.)/])\s+|(-)\s+(?=\p{Lu}))/u.exec(line)
  if (!match || (match[1] && match[4] !== ')' && match[5] !== ')')) return null
  const [, open = '', digits = '', suffix = '', near, far, dash] = match
  return make('number', match, digits + suffix, Number(digits), open + (near ?? far ?? dash ?? ''))
}

const findRoman = (line: string): Label | null => {
  const match = /^([A-ZĐ]|[IVXL]{2,6})\s*(?:([.)])(?!\p{Lu}[\s.])\s*(?=\S|$)|(\/)\s+|([-–—])\s*(?=\p{Lu}))/u.exec(line)
  const name = match?.[1]
  if (!match || !name) return null
  const style = match[2] ?? match[3] ?? '-'
  const value = romanValue(name)
  if (value) return make('roman', match, name, value, style)
  return name.length === 1 ? make('capital', match, name, LETTERS.indexOf(name.toLowerCase()) + 1, style) : null
}

const findLetter = (line: string): Label | null => {
  const match = /^(\()?([a-zđ]|[ivx]{2,5})(\d?)(?:([)/])\s*(?=\S|$)|(\.)\s*(?=["“'(\p{L}]|$)|(-)\s+(?=\p{Lu}))/u.exec(line)
  if (!match || (match[1] && match[4] !== ')')) return null
  const [, open = '', letter = '', digit = '', near, dot, dash] = match
  const style = open + (near ?? dot ?? dash ?? '')
  if (letter.length > 1) {
    const value = romanValue(letter)
    return value ? make('small-roman', match, letter, value, style) : null
  }
  const order = LETTERS.indexOf(letter) + 1
  return order ? make('letter', match, letter + digit, order, style) : null
}

const findBullet = (line: string): Label | null => {
  const match = BULLETS.exec(line)
  const mark = match?.[1]
  if (!match || !mark || /^[-–—−_+*]{2,}|^[-–—−_+*]\s*$/.test(line)) return null
  return make('bullet', match, /[-–—−_]/.test(mark) ? '-' : mark, 0)
}
