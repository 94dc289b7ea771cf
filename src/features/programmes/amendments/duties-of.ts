import { readDuties } from '../reading/read-duties.ts'
import type { AmendedDuty, Change } from './contract.ts'

type Line = { path: string; parent: string | null; label: string; text: string }
/** What an amendment is written on: the text of a day, and the programme that it belongs to. */
export type AmendableText = {
  programme: { effectiveFrom: string; periodTo: number }
  parties: readonly { name: string }[]
  clauses: readonly Line[]
}

/** What the reader finds in the new words of a change, under the clauses that they stand under. Pure, and the same on both sides. */
export function dutiesOf(
  change: Change,
  words: string,
  { text, settled }: { text: AmendableText; settled: readonly Change[] },
): AmendedDuty[] {
  if (words.trim() === '') return []
  const added = settled.flatMap((one): Line[] => (one.kind === 'add' ? [one] : []))
  const line = (path: string | null) => [...text.clauses, ...added].find(one => one.path === path)
  const own = line(change.path)
  const lines = [{ label: change.kind === 'add' ? change.label : (own?.label ?? ''), text: words }]
  for (let above = line(own?.parent ?? null); above; above = line(above.parent)) lines.unshift(above)
  const period = { from: Number(text.programme.effectiveFrom.slice(0, 4)), to: text.programme.periodTo }
  return readDuties(lines, { parties: text.parties.map(party => party.name), period })
}
