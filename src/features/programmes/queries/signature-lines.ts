type Signatory = { name: string; position: string | null; body: string | null }
export type SignatureLines = { name: string; lines: string[]; signed: boolean }

const SIGNED = /^\(?\s*đã ký\s*\)?$/iu
const isCapitals = (line: string): boolean => /\p{Lu}/u.test(line) && line === line.toLocaleUpperCase('vi')

/**
 * Who signed, with what the paper prints above each name: authority, post and body, and whether "(Đã ký)" stands there. Where
 * the text sets two signatures side by side, body and post as they were read.
 */
export function signatureLines(closing: string, signatories: readonly Signatory[]): SignatureLines[] {
  const printed = closing.split('\n').flatMap(line => line.replace(/\s+/g, ' ').trim() || [])
  return signatories.map(({ name, position, body }) => {
    const above = linesAbove(printed, printed.indexOf(name))
    const lines = above.filter(line => !SIGNED.test(line))
    const read = [body, position].flatMap(line => line?.toLocaleUpperCase('vi') ?? [])
    return { name, lines: lines.length > 0 ? lines : read, signed: lines.length < above.length }
  })
}

/** The lines in capitals right above a line, and "(Đã ký)" among them. */
function linesAbove(printed: readonly string[], at: number): string[] {
  const above: string[] = []
  for (let line = printed[at - 1]; line && (isCapitals(line) || SIGNED.test(line)); line = printed[at - 1 - above.length])
    above.unshift(line)
  return above
}
