import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { checkedLines } from '../ending/check.ts'
import { endingInput } from '../ending/contract.ts'
import { PROPOSE, whyNotPropose } from '../ending/rules.ts'
import { citedAs } from '../ending/store.ts'

/** Lays before all parties that a programme ends, or goes on in another: by the paper that they have signed, clause by clause. */
export const proposeEnding = command({
  name: 'renewal.propose-ending',
  permission: PROPOSE,
  input: endingInput,
  run: async ({ tx, acting, now }, { endingId, programmeId, intoId, effectiveOn, reason, paper, lines }) => {
    refuseIf(whyNotPropose(acting))
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const said = await checkedLines(tx, { programmeId, intoId, effectiveOn, paperDate: paper.date, lines })
    await refuseFile(tx, paper.fileId, bodyId)
    const row = {
      id: endingId,
      programme_id: programmeId,
      into_id: intoId,
      cited: await citedAs(tx, programmeId),
      into_cited: intoId && (await citedAs(tx, intoId)),
      effective_on: effectiveOn,
      reason,
      paper_number: paper.number,
      paper_date: paper.date,
      paper_file: paper.fileId,
      lines: JSON.stringify(said),
    }
    const made = await tx
      .insertInto('programme_ending')
      .values({ ...row, proposed_by: bodyId, created_by: accountId, created_at: now })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('renewal.ending-stands')
    const detail = { programme: programmeId, into: intoId, effectiveOn }
    return { result: { endingId }, audit: { kind: 'programme-ending', id: endingId, programme: programmeId, detail } }
  },
})

/** The paper is a file of the own side that is nothing else yet. */
async function refuseFile(tx: Tx, fileId: string, bodyId: string): Promise<void> {
  const file = await tx
    .selectFrom('file')
    .select('id')
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('subject_kind', 'is', null)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    .executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
}
