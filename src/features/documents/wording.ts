import type { Block } from './contract.ts'
import { DOTS } from './signing.ts'

/**
 * A fact of a letter: it stays live whatever words stand around it. One of several paragraphs or lines stands best alone in its own.
 * `kept`: the letter cannot leave without it.
 */
export type LetterField = { name: string; value: string | readonly Block[]; kept?: true }
/** The words of a letter, an entry a paragraph; a fact stands in them by its name: "đã gửi {Công văn đã gửi}". */
export type Wording = { words: string[]; fields: LetterField[] }

const NAMED = /\{([^{}]*)\}/g
const namesIn = (words: readonly string[]): string[] =>
  words.flatMap(line => [...line.matchAll(NAMED)].map(([, name]) => name!.trim()))

/** Names in the words that no fact bears. */
export const strangeNames = ({ words, fields }: Wording): string[] =>
  namesIn(words).filter(name => !fields.some(field => field.name === name))

/** Facts that must stand in the words and do not. */
export const missingNames = ({ words, fields }: Wording): string[] => {
  const named = namesIn(words)
  return fields.filter(field => field.kept && !named.includes(field.name)).map(field => field.name)
}

/** A fact in one line of text. */
export const textOfField = ({ value }: LetterField): string =>
  typeof value === 'string'
    ? value
    : value.flatMap(block => (block.kind === 'paragraph' ? block.runs.map(run => run.text) : [])).join(' ')

/** The paragraphs of a letter with its facts in their places; what a fact is no more known for stays dotted. */
export const wordedBlocks = ({ words, fields }: Wording): Block[] =>
  words.flatMap((line): Block[] => {
    const alone = fields.find(field => line.trim() === `{${field.name}}`)
    if (alone && typeof alone.value !== 'string') return [...alone.value]
    const text = line.replace(NAMED, (_, name: string) => {
      const field = fields.find(one => one.name === name.trim())
      return field ? textOfField(field) : DOTS
    })
    return [{ kind: 'paragraph', runs: [{ text }] }]
  })
