import { z } from 'zod'
import { type AnswerOf, query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { type DraftReading, type DraftState } from '../contract.ts'
import { getDraft, getDraftParts, knownBodies } from '../draft-store.ts'
import { proposeBodies } from '../party-names.ts'
import { minutesToRead, openAsks, whyNotAccept, whyNotDiscard, whyNotResumeScan, whyNotReview, whyNotStopScan } from '../rules.ts'

/** The own side's imports in work, the newest first. */
export const listDrafts = query({
  name: 'programmes.drafts',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db }) => {
    const rows = await db
      .selectFrom('import_draft')
      .leftJoin('account', 'account.id', 'import_draft.created_by')
      .select(['import_draft.id', 'file_name', 'state', 'progress_done', 'progress_total', 'failure', 'reading'])
      .select(['created_at', 'import_draft.version', 'display_name', 'scan_stopped'])
      .where('state', 'in', ['reading', 'read', 'failed'])
      .orderBy('created_at', 'desc')
      .execute()
    return {
      drafts: rows.map(row => ({
        id: row.id,
        fileName: row.file_name,
        state: row.state as DraftState,
        progress: { done: row.progress_done, total: row.progress_total },
        stopped: row.scan_stopped,
        failure: row.failure,
        title: (row.reading as DraftReading | null)?.title ?? null,
        open: row.reading ? openAsks(row.reading as unknown as DraftReading).length : 0,
        by: row.display_name,
        createdAt: row.created_at,
        version: row.version,
      })),
    }
  },
})

/** One import as it is reviewed: source, reading, what is still asked, whom the parties may be, and what may be done. */
export const showDraft = query({
  name: 'programmes.draft',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({ draftId: z.guid() }),
  run: async ({ db, acting }, { draftId }) => {
    const draft = await getDraft(db, draftId)
    const { source } = await getDraftParts(db, draftId)
    const bodies = draft.reading ? await knownBodies(db) : []
    const ownBody = typeof acting === 'string' ? '' : acting.bodyId
    return {
      id: draft.id,
      fileId: draft.fileId,
      fileName: draft.fileName,
      state: draft.state,
      progress: draft.progress,
      scan: draft.scan && { ...draft.scan, minutes: minutesToRead(draft.scan.pages - draft.progress.done) },
      failure: draft.failure,
      programmeId: draft.programmeId,
      continues: draft.continues,
      unsigned: draft.unsigned,
      createdAt: draft.createdAt,
      version: draft.version,
      mends: draft.mends.length,
      lastMend: draft.mends.at(-1)?.kind ?? null,
      source,
      reading: draft.reading,
      bodies,
      proposals: (draft.reading?.parties ?? []).map(party => proposeBodies(party.name, bodies)),
      can: {
        mend: whyNotReview(draft.state) === null,
        undo: whyNotReview(draft.state) === null && draft.mends.length > 0,
        discard: whyNotDiscard(draft.state) === null,
        stop: whyNotStopScan(draft) === null,
        resume: whyNotResumeScan(draft) === null,
        accept: whyNotAccept(draft, ownBody),
      },
    }
  },
})

export type DraftView = AnswerOf<typeof showDraft>
