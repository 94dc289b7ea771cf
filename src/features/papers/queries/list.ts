import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { PaperState } from '../contract.ts'
import { CLERK, PREPARE, turnOf } from '../rules.ts'
import { citationOf, listPapers, type PaperHead } from '../store.ts'
import { titleOf } from '../words.ts'

const SHOWN: Record<'open' | 'issued', readonly PaperState[]> = {
  open: ['draft', 'checked', 'frozen'],
  issued: ['issued', 'recalled', 'dropped'],
}

/** Papers within rights: those that are being made, or those that have gone out; each with the step that is due and whose it is. */
export const list = query({
  name: 'papers.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ which: z.enum(['open', 'issued']).default('open') }),
  run: async ({ db, acting }, { which }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const papers = await listPapers(db, { states: SHOWN[which] })
    const names = await shortNames(db, papers)
    return {
      papers: papers.map(paper => summary(paper, own, names)),
      can: { enter: whyNotPermitted(PREPARE, acting) === null, keep: whyNotPermitted(CLERK, acting) === null },
    }
  },
})

export async function shortNames(db: ReadDb, papers: readonly PaperHead[]): Promise<Map<string, string>> {
  const ids = [...new Set(papers.flatMap(paper => paper.parties.map(party => party.bodyId)))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('body').select(['id', 'short_name']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row.short_name]))
}

const summary = (paper: PaperHead, own: string | null, names: ReadonlyMap<string, string>) => {
  const turn = turnOf(paper)
  return {
    id: paper.id,
    title: titleOf(paper),
    state: paper.state,
    cited: citationOf(paper),
    dated: paper.dated,
    issuers: paper.parties.map(party => names.get(party.bodyId) ?? party.name),
    turn: turn && { step: turn.step, ours: turn.bodyId === own, name: names.get(turn.bodyId) ?? '' },
    ours: paper.bodyId === own,
  }
}
