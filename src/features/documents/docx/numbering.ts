import {
  AlignmentType,
  type ILevelsOptions,
  type INumberingOptions,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
} from 'docx'

type Counted = { format: ILevelsOptions['format']; text: string; number: number }
type List = { reference: string; instance: number; next: number }
type Place = NonNullable<IParagraphOptions['numbering']>

/** Numbers labels as Word does, so that a clause put in later shifts those after it. */
export type Numbering = {
  /** The place in a list whose printed label is this one; null for a label that no list can print. */
  placeOf: (label: string) => Place | null
  /** 1, 2, 3 … through the whole paper. */
  nextFigure: () => number
  /** The lists that were used. */
  lists: () => INumberingOptions
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

const romanValue = (letters: string): number =>
  Array.from(letters).reduce((sum, letter, at) => {
    const value = ROMAN[letter]!
    return sum + (value < (ROMAN[letters[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)

/** How Word counts to this label: "1.2." is the second of a list that prints "1.%1.". */
function countedOf(label: string): Counted | null {
  const [, lead = '', sign = '', tail = ''] =
    /^(Điều |Chương |Mục |Phần |(?:\d{1,3}\.)+)?(\d{1,3}|[IVXL]{1,7}|[a-z])([.)\-–:]?)$/u.exec(label) ?? []
  if (sign === '') return null
  const text = `${lead}%1${tail}`
  if (/\d/.test(sign)) return { format: LevelFormat.DECIMAL, text, number: Number(sign) }
  // Word's letters are those of English: "đ" is none of them, and "i" stands for a point, not for one.
  if (/[a-z]/.test(sign)) return { format: LevelFormat.LOWER_LETTER, text, number: sign.charCodeAt(0) - 96 }
  return { format: LevelFormat.UPPER_ROMAN, text, number: romanValue(sign) }
}

const MOST_SIGNS = 24

/** A label of signs alone, or one outside every count, is a bullet of its own. */
const isBullet = (label: string): boolean => label.length <= MOST_SIGNS && !/[%\n]|^\s*$/u.test(label)

/** @param indent of the first line of a paragraph, in twips */
export function createNumbering(indent: number): Numbering {
  const levels = new Map<string, ILevelsOptions>()
  const open = new Map<string, List>()
  const began = new Map<string, number>()

  const begin = (reference: string, level: ILevelsOptions): number => {
    levels.set(reference, level)
    const instance = began.get(reference) ?? 0
    began.set(reference, instance + 1)
    return instance
  }
  const counted = ({ format, text, number }: Counted): Place => {
    const kind = `${String(format)} ${text}`
    const list = open.get(kind)
    if (list?.next === number) {
      list.next += 1
      return { reference: list.reference, level: 0, instance: list.instance }
    }
    const reference = `${kind} ${number}`
    const instance = begin(reference, levelOf(format, text, number, indent))
    open.set(kind, { reference, instance, next: number + 1 })
    return { reference, level: 0, instance }
  }
  const bullet = (label: string): Place => {
    levels.set(label, levelOf(LevelFormat.BULLET, label, 1, indent))
    return { reference: label, level: 0 }
  }
  let figures = 0
  return {
    nextFigure: () => ++figures,
    placeOf: label => {
      const number = countedOf(label)
      if (number && number.number > 0) return counted(number)
      return isBullet(label) ? bullet(label) : null
    },
    lists: () => ({ config: [...levels].map(([reference, level]) => ({ reference, levels: [level] })) }),
  }
}

/** The label takes the look of its paragraph, and its indent, which LibreOffice wants said again; an article's label is bold. */
const levelOf = (format: ILevelsOptions['format'], text: string, start: number, firstLine: number): ILevelsOptions => ({
  level: 0,
  ...(format === undefined ? {} : { format }),
  text,
  start,
  alignment: AlignmentType.START,
  suffix: LevelSuffix.SPACE,
  style: { paragraph: { indent: { left: 0, firstLine } }, ...(text.startsWith('Điều ') ? { run: { bold: true } } : {}) },
})
