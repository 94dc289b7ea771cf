import type { WhyNot } from '../../../kernel/refusal.ts'
import { fold, foldTone } from '../../../kernel/vietnamese.ts'
import { FORBIDDEN, ORDINARY } from './label-words.ts'

/** Look-alike digits and Cyrillic or Greek letters that stand in for Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  $: 's',
  а: 'a',
  о: 'o',
  е: 'e',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  һ: 'h',
  ԁ: 'd',
  т: 't',
  н: 'n',
  і: 'i',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
  τ: 't',
  υ: 'u',
  ε: 'e',
}

/** No syllable is longer ("nghiêng"): a longer run is words strung together, which may begin and end anywhere in it. */
const LONGEST_SYLLABLE = 7

/** `parted`: more than a space stands before it, a comma for one. */
type Letter = { marked: string; plain: string; begins: boolean; ends: boolean; parted: boolean }

/** The letters of a label, look-alikes undone, and where a word can begin and end. */
function lettersOf(label: string): Letter[] {
  const text = label.normalize('NFKC').replace(/./gu, sign => LOOKALIKES[sign.toLowerCase()] ?? sign)
  const runs = foldTone(text).matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gu)
  return [...runs].flatMap(([, between = '', run = '']) => {
    const letters = Array.from(run).filter(sign => /^[a-z0-9]$/.test(fold(sign)))
    const strung = letters.length > LONGEST_SYLLABLE
    return letters.map((marked, at) => ({
      marked,
      plain: fold(marked),
      begins: strung || at === 0,
      ends: strung || at === letters.length - 1,
      parted: at === 0 && between.trim() !== '',
    }))
  })
}

type Span = { from: number; to: number }

/** Where words stand in the letters, by their letters without marks, whole words only and however they are parted. */
function spansOf(letters: readonly Letter[], plain: string): Span[] {
  return letters.flatMap(({ begins }, from) => {
    const to = from + plain.length
    const whole = begins && letters[to - 1]?.ends
    return whole && textOf(letters, { from, to }, 'plain') === plain ? [{ from, to }] : []
  })
}

const textOf = (letters: readonly Letter[], { from, to }: Span, how: 'plain' | 'marked'): string =>
  letters
    .slice(from, to)
    .map(one => one[how])
    .join('')

const joined = (words: string): string => foldTone(words).replace(/[^\p{L}\p{N}]/gu, '')
const FORBIDDEN_LETTERS = FORBIDDEN.map(words => fold(joined(words)))
const ORDINARY_LETTERS = Object.values(ORDINARY)
  .flat()
  .map(words => ({ marked: joined(words), plain: fold(joined(words)), parted: words.includes(',') }))

/** Where ordinary words of the work stand: written with their own marks, or with none, and in one go: a comma makes no word. */
const ordinaryIn = (letters: readonly Letter[]): Span[] =>
  ORDINARY_LETTERS.flatMap(({ marked, plain, parted }) =>
    spansOf(letters, plain)
      .filter(span => [marked, plain].includes(textOf(letters, span, 'marked')))
      .filter(({ from, to }) => parted || letters.slice(from + 1, to).every(letter => !letter.parted)),
  )

/** Ordinary words hold some of these letters and others beside them. */
const holds = (ordinary: Span, { from, to }: Span): boolean =>
  ordinary.from < to && from < ordinary.to && (ordinary.from < from || to < ordinary.to)

/**
 * Whether a label asks for what somebody believes, is or thinks. The software records work. Marks do not count, so that a wrong one
 * ("tồn giạo") disguises nothing; ordinary words that share a syllable do.
 */
export function whyNotLabel(label: string): WhyNot {
  const letters = lettersOf(label)
  const ordinary = ordinaryIn(letters)
  const asks = FORBIDDEN_LETTERS.some(plain => spansOf(letters, plain).some(span => !ordinary.some(words => holds(words, span))))
  return asks ? { code: 'activities.label-of-persons', data: { label } } : null
}
