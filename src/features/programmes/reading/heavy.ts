import { Unreadable } from '../../../formats/source.ts'

/** The longest clause met in a signed paper has under 5,000 signs, the longest paper under 6,000 lines. */
const MOST_SIGNS_OF_A_LINE = 200_000
const MOST_LINES = 50_000

/** No paper of an office looks like this; its reading would take minutes and come to nothing. One look at each sign. */
export function refuseHeavy(text: string): void {
  let lines = 0
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end === -1 ? text.length : end).trim()
    if (line.length > MOST_SIGNS_OF_A_LINE) throw new Unreadable('too-heavy', `a line of ${line.length} signs`)
    if (line !== '') lines += 1
    if (lines > MOST_LINES) throw new Unreadable('too-heavy', `more than ${MOST_LINES} lines`)
    from = end === -1 ? text.length : end + 1
  }
}
