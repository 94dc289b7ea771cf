import { fold } from '../../kernel/vietnamese.ts'

/** A tsquery of every word that was typed, each as the beginning of one; null where there is none. */
export function everyWord(typed: string | undefined): string | null {
  const words = fold(typed ?? '').match(/[a-z0-9]+/g)
  return words && words.map(word => `${word}:*`).join(' & ')
}

const LOOKED_AT_FOR_ONE = 10

/**
 * A page of lines that hold words, the latest first. Frequent words are soon met among the latest lines (`latest`: only those), which is
 * quicker than to gather all that hold them from the index and to throw most away; where these do not fill the page, the index is asked.
 */
export async function pageByWords<Row>(
  { offset, limit }: { offset: number; limit: number },
  ask: (latest: number | null) => Promise<Row[]>,
): Promise<Row[]> {
  const rows = await ask(LOOKED_AT_FOR_ONE * (offset + limit))
  return rows.length === limit ? rows : ask(null)
}
