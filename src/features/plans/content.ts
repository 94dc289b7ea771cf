import type { Json } from '../../engine/db/database.ts'
import type { ItemContent, ItemFields, ProposedLine } from './contract.ts'

/** Parts that later releases added to an item. A content that was kept before knows none of them. */
const LATER = { places: null, audience: null, carried: null } as const

/** A content as it was kept, whatever the release that kept it. */
export const readContent = (kept: unknown): ItemContent => ({ ...LATER, ...(kept as ItemContent) })

/** What a digest is reckoned of. Of the later parts only what is said counts, so that contents agreed before keep their digests. */
export const digestForm = (item: ItemContent): Json =>
  Object.fromEntries(Object.entries(item).filter(([part, value]) => !(part in LATER) || value !== null)) as Json

/** A line as it was kept; what its release could not ask for stays as it stood in the item. */
export function readLine(kept: unknown, before: ItemContent | null): ProposedLine {
  const line = kept as ProposedLine
  const whole = (fields: ItemFields): ItemFields => ({
    ...fields,
    others: fields.others ?? before?.others ?? [],
    places: fields.places ?? null,
    audience: fields.audience ?? null,
  })
  if (line.kind === 'split') return { ...line, parts: line.parts.map(whole) }
  if (line.kind === 'drop') return line
  return line.kind === 'add'
    ? { ...line, fields: whole(line.fields), carries: line.carries ?? null }
    : { ...line, fields: whole(line.fields) }
}
