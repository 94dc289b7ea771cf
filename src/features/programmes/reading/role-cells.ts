import { splitBodies } from './bodies.ts'

/** Who leads and who supports, as one cell may tell both. */
export type CellRoles = { lead: string[]; support: string[] }

const NOTED = /(?:^|[;,.\s])\s*(?:(?:cơ quan|đơn vị)\s+)?(chủ trì|phối hợp)\s*:\s*/giu
const MARKED = /\s*\(\s*(chủ trì|phối hợp)\s*\)/giu
const TOLD = /^(.+?)\s+(?:là (?:cơ quan|đơn vị) )?chủ trì\s*[,;]?\s*(?:và\s+)?phối hợp(?:\s+(?:với|cùng))?\s+(.+)$/iu

/** "Chủ trì: A; phối hợp: B", "A (chủ trì); B (phối hợp)", "A chủ trì, phối hợp với B"; else all lead. */
export const readLeadCell = (text: string): CellRoles => {
  const told = TOLD.exec(text)
  if (told) return { lead: splitBodies(told[1] ?? ''), support: splitBodies(told[2] ?? '') }
  const roles: CellRoles = { lead: [], support: [] }
  const add = (role: string | undefined, words: string): void => {
    roles[/phối hợp/iu.test(role ?? '') ? 'support' : 'lead'].push(...splitBodies(words))
  }
  const notes = [...text.matchAll(NOTED)]
  for (const [i, note] of notes.entries()) add(note[1], text.slice(note.index + note[0].length, notes[i + 1]?.index))
  if (notes.length) return roles
  let from = 0
  for (const mark of text.matchAll(MARKED)) {
    add(mark[1], text.slice(from, mark.index).replace(/^[\s;,]+/, ''))
    from = mark.index + mark[0].length
  }
  const rest = text
    .slice(from)
    .replace(/^[\s;,.]+/, '')
    .replace(/\s*chủ trì$/iu, '')
  if (rest) add(roles.lead.length ? 'phối hợp' : 'chủ trì', rest)
  return roles
}
