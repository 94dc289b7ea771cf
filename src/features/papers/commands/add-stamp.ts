import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { uuid } from '../../../kernel/fields.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { keepMade } from '../keep-copy.ts'
import { copiesOf, latestOf, lockPaper } from '../store.ts'
import { fileNameOf } from '../words.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The stamped file becomes the paper's latest copy, in the name of whoever set the last seal. */
export const addStamp = command({
  name: 'papers.add-stamp',
  permission: 'system',
  input: z.strictObject({ paperId: uuid, before: digest, sha256: digest, size: z.int().min(1) }),
  run: async ({ tx, now }, { paperId, before, sha256, size }) => {
    const paper = await lockPaper(tx, paperId)
    const latest = latestOf(await copiesOf(tx, paperId))
    if (latest?.sha256 !== before) throw new Refusal('changed-meanwhile')
    const actor = { bodyId: latest.bodyId, accountId: latest.createdBy }
    await keepMade(tx, { actor, now, paper, kind: 'stamped' }, { sha256, size }, fileNameOf(paper))
    const { version } = await changeRow(tx, 'paper', paper, {})
    return {
      result: { paperId, version },
      audit: { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { stamped: sha256 } },
    }
  },
})
