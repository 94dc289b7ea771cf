import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../../agencies/index.ts'
import { partiesOf, takeOverClauses } from '../../programmes/index.ts'
import { checkedLines } from '../ending/check.ts'
import type { EndingLine } from '../ending/contract.ts'
import { type Ending, getEnding } from '../ending/store.ts'

/**
 * Sent by the clock once all have agreed: what goes on is dated, so that nothing has to happen on the day itself. The text that ends
 * stays as it was signed.
 */
export const endProgramme = command({
  name: 'renewal.end-programme',
  permission: 'system',
  input: z.strictObject({ endingId: uuid }),
  run: async ({ tx, now }, { endingId }) => {
    const ending = await getEnding(tx, endingId)
    if (ending.state !== 'agreed') throw new Refusal('renewal.ending-closed')
    const { id, programmeId, intoId, effectiveOn, paper, version } = ending
    const lines = ending.lines.map(({ text: _text, intoText: _into, ...line }) => line)
    await checkedLines(tx, { programmeId, intoId, effectiveOn, paperDate: paper.date, lines })
    if (intoId !== null) await goOnIn(tx, ending, intoId, now)
    await changeRow(tx, 'programme_ending', { id, version }, { state: 'applied', failure: null })
    return { result: { endingId }, audit: { kind: 'programme-ending', id, programme: programmeId, detail: { into: intoId } } }
  },
})

async function goOnIn(tx: Tx, ending: Ending, into: string, now: Date): Promise<void> {
  const { id, programmeId, lines } = ending
  const added = lines.filter(line => line.choice === 'added')
  const paths = added.length > 0 ? await addClauses(tx, ending, into, added, now) : []
  const origins = [
    ...lines.flatMap(line => (line.choice === 'same' ? [{ path: line.into, from_path: line.path }] : [])),
    ...added.map((line, at) => ({ path: paths[at]!, from_path: line.path })),
  ]
  const rows = origins.map(one => ({ ...one, programme_id: into, from_programme: programmeId, ending_id: id }))
  if (rows.length > 0) await tx.insertInto('clause_origin').values(rows).execute()
  await tx
    .insertInto('programme_continues')
    .values({ programme_id: into, earlier_id: programmeId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

async function addClauses(tx: Tx, ending: Ending, into: string, clauses: readonly EndingLine[], now: Date): Promise<string[]> {
  const { programmeId, cited, effectiveOn, reason, paper } = ending
  const [lead] = await partiesOf(tx, into)
  const from = { programmeId, cited, clauses }
  return takeOverClauses(tx, { id: newId(), from, into, effectiveOn, reason, paper, byBody: lead!.bodyId, now })
}
