import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { layPaper } from '../lay-paper.ts'
import { PREPARE, whyNotAmend } from '../rules.ts'
import { writeInput } from '../writing/contract.ts'
import { issuersOf, servedBy } from '../writing/ground.ts'
import { whyNotSides, whyNotWritten } from '../writing/rules.ts'
import { setWritten } from '../writing/source.ts'

/** "Lập văn bản": a letter that corrects an issued paper, an invitation, or a note of agreement, written by its form; from then on a paper like any other. */
export const writePaper = command({
  name: 'papers.write-paper',
  permission: PREPARE,
  input: writeInput,
  run: async ({ tx, acting, now, today }, { paperId, written }) => {
    const context = { db: tx, acting, now, today }
    refuseIf(whyNotWritten(written, today))
    const { amended, programmeId: serves } = await servedBy(tx, written)
    if (amended) refuseIf(whyNotAmend(acting, amended, { as: 'corrects', kind: 'CV' }))
    refuseIf(whyNotSides(acting, written, await issuersOf(context, serves, amended)))
    const { paper, programmeId, parties } = await setWritten(context, written)
    const kept = { written: JSON.stringify(written), ...(amended ? { amends: amended.id, amends_as: 'corrects' as const } : {}) }
    const source = { kind: 'written' as const, id: paperId }
    await layPaper(tx, personOf(acting), now, { id: paperId, source, paper, programmeId, parties, kept })
    const detail = { from: written.form, ...(amended ? { amends: amended.id } : {}) }
    return { result: { paperId }, audit: { kind: 'paper', id: paperId, programme: programmeId, detail } }
  },
})
