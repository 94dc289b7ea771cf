import { sql } from 'kysely'
import type { HoldingSource } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import type { Change } from './amendments/contract.ts'
import { changesText } from './amendments/words.ts'
import { type ClearanceKind, clearancesOf, isWaiting } from './clearances.ts'

/** Readings that wait for their review. */
export const draftHoldings: HoldingSource = {
  kind: 'import',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('import_draft')
      .select(['id', 'file_name', 'created_by', sql<string | null>`reading ->> 'title'`.as('title')])
      .where('owner_body', '=', acting.bodyId)
      .where('state', 'in', ['reading', 'read'])
      .execute()
    return rows.map(row => ({
      kind: 'import',
      id: row.id,
      title: row.title || (row.file_name ?? ''),
      context: row.file_name ?? '',
      address: `/chuong-trinh/nhap/${row.id}`,
      dueOn: null,
      accountId: row.created_by,
    }))
  },
}

/** Amendments that the own side has begun or shared, until they are signed. */
export const amendmentHoldings: HoldingSource = {
  kind: 'amendment',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('amendment')
      .innerJoin('programme', 'programme.id', 'amendment.programme_id')
      .select(['amendment.id', 'amendment.programme_id', 'changes', 'amendment.created_by', 'effective_on'])
      .select(['programme.number', 'programme.title'])
      .where('by_body', '=', acting.bodyId)
      .where('state', 'in', ['own', 'shared', 'agreed'])
      .execute()
    return rows.map(row => ({
      kind: 'amendment',
      id: row.id,
      title: changesText(row.changes as unknown as Change[]),
      context: `${row.number ?? row.title} · Điều chỉnh, bổ sung`,
      address: `/chuong-trinh/${row.programme_id}/dieu-chinh/${row.id}`,
      dueOn: row.effective_on,
      accountId: row.created_by,
    }))
  },
}

type Submitted = { title: string; address: string }

/** What was laid before the own leader and is not decided, of one kind. `describe` names the subjects. */
export const submissionHoldings = (
  kind: ClearanceKind,
  describe: (context: QueryContext) => Promise<ReadonlyMap<string, Submitted>>,
): HoldingSource => ({
  kind: 'clearance',
  find: async context => {
    const { db, acting } = context
    if (typeof acting === 'string') return []
    const waiting = (await clearancesOf(db, acting.bodyId, kind)).filter(isWaiting)
    if (waiting.length === 0) return []
    const subjects = await describe(context)
    return waiting.flatMap(({ id, subjectId, submittedBy, dueOn }) => {
      const subject = subjects.get(subjectId)
      if (!subject) return []
      return [{ kind: 'clearance', id, ...subject, context: 'Đã trình, đang chờ duyệt', dueOn, accountId: submittedBy }]
    })
  },
})

export const amendmentSubmissions = submissionHoldings('amendment', async ({ db }) => {
  const rows = await db.selectFrom('amendment').select(['id', 'programme_id', 'changes']).execute()
  return new Map(
    rows.map(row => [
      row.id,
      {
        title: changesText(row.changes as unknown as Change[]),
        address: `/chuong-trinh/${row.programme_id}/dieu-chinh/${row.id}`,
      },
    ]),
  )
})
