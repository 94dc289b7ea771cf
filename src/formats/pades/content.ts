import { inflate } from './inflate.ts'
import type { Pdf } from './pdf.ts'
import { Scanner } from './scanner.ts'
import { Damaged, type Dict, listOf, Stream, type Value } from './values.ts'

/** One step of what a page or a picture draws (ISO 32000-1, 7.8.2). */
export type Step = { operator: string; operands: Value[] }

const MOST_STEPS = 500_000
const BEGINS_VALUE = /[\d+\-./(<[]/

/** What a content stream, or several in a row, draw. @throws Damaged where a filter or a value cannot be read */
export const stepsOf = (pdf: Pdf, content: Value): Step[] => {
  const streams = [pdf.resolve(content)].flat().map(one => pdf.resolve(one))
  const bytes = streams.flatMap(one => (one instanceof Stream ? [inflate(one), Buffer.from('\n')] : []))
  return readSteps(new Scanner(Buffer.concat(bytes), 0))
}

const readSteps = (scanner: Scanner): Step[] => {
  const steps: Step[] = []
  let operands: Value[] = []
  for (scanner.skipSpace(); scanner.at < scanner.bytes.length; scanner.skipSpace()) {
    if (steps.length > MOST_STEPS || operands.length > MOST_STEPS) throw new Damaged('too much is drawn')
    if (BEGINS_VALUE.test(String.fromCharCode(scanner.bytes[scanner.at]!))) {
      operands.push(scanner.value())
      continue
    }
    const operator = scanner.word()
    if (operator === '') throw new Damaged(`no operator at ${scanner.at}`)
    if (operator === 'BI') skipPicture(scanner)
    steps.push({ operator, operands })
    operands = []
  }
  return steps
}

/** A picture within the content: its bytes are no operators. */
const skipPicture = (scanner: Scanner): void => {
  const end = /[\s\0]EI(?=[\s\0]|$)/.exec(scanner.bytes.toString('latin1', scanner.at))
  scanner.at = end ? scanner.at + end.index + end[0].length : scanner.bytes.length
}

/** The four numbers of a rectangle, the smaller ones first; null where it has no room. */
export const rectangleOf = (
  pdf: Pdf,
  dict: Dict,
  key: string,
): [left: number, low: number, right: number, high: number] | null => {
  const [a, b, c, d] = listOf(pdf.get(dict, key)).map(one => Number(pdf.resolve(one)))
  const box = [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)] as const
  return box[2] > box[0] && box[3] > box[1] ? [...box] : null
}
