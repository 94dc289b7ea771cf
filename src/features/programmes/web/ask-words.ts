import { citeClause } from '../../../kernel/cite-clause.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The words of a question with the paths of clauses in them cited as offices do: "mục II/3" becomes "Phần II, mục 3". */
export function citedWords(words: string, paths: readonly string[]): string {
  if (paths.length === 0) return words
  const longestFirst = paths.toSorted((a, b) => b.length - a.length).map(escaped)
  const named = new RegExp(`(mục )?(?<![\\p{L}\\d/“])(${longestFirst.join('|')})(?![\\p{L}\\d/”]|\\.\\d)`, 'gu')
  // "3" alone may be any number; "mục 3" or "II/3" is a clause.
  return words.replace(named, (said: string, before: string | undefined, path: string) =>
    before || path.includes('/') ? citeClause(path) : said,
  )
}
